/** Which states an action may start from, and the state it leads to. */
export interface Transition<State extends string> {
  from: readonly State[];
  to: State;
}

/** A state machine as data: pages ask it what can be done next, services ask it where an action leads. */
export class StateMachine<State extends string, Action extends string> {
  constructor(
    readonly states: readonly State[],
    readonly transitions: Readonly<Record<Action, Transition<State>>>,
  ) {}

  /** The state `action` leads to from `state`, or `undefined` where it is not allowed. */
  next(state: State, action: Action): State | undefined {
    const transition = this.transitions[action];
    return transition.from.includes(state) ? transition.to : undefined;
  }

  /** The actions allowed in `state`, in the order they were declared. */
  actions(state: State): Action[] {
    return (Object.keys(this.transitions) as Action[]).filter((action) =>
      this.transitions[action].from.includes(state),
    );
  }
}
