/** The leader 负责人 of a team: its first core member, or its first where none is core. */
export function leaderOf<Member extends { isCore: boolean }>(members: readonly Member[]): Member | undefined {
  return members.find(({ isCore }) => isCore) ?? members[0];
}
