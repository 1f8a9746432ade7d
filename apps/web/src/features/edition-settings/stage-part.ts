import { type OfKind, switchKind } from './part-kind';
import { isKnown, type StagePart, type StageSettings } from './settings-file';

const COMMON = ['code', 'name', 'kind', 'opensAt', 'closesAt'];

/** Gives a stage another kind: settings that it knows as well stay as they are, the others go, as they are shown no more. */
export function switchStage(stage: StagePart, kind: string): void {
  switchKind(stage, kind, { common: COMMON, usual: (to, { settings }) => ({ settings: kept(to, settings) }) });
}

/** A copy, so that what is changed for one kind leaves the other as it was. */
function kept(kind: string, settings: OfKind[string]): StageSettings {
  const own = Object.entries(settings as StageSettings).filter(([name]) => isKnown(kind, name));
  return JSON.parse(JSON.stringify(Object.fromEntries(own))) as StageSettings;
}
