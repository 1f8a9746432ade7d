import { expect, it } from 'vitest';
import { type OpenEdition, stageNow } from './open-events';

type Stage = OpenEdition['stages'][number];
const stage = (
  code: string,
  state: Stage['state'],
  closesAt: string | null,
  kind: Stage['kind'] = 'review',
): Stage => ({
  code,
  kind,
  name: { zh: code, en: code },
  state,
  opensAt: null,
  closesAt,
});

it('names the stage that takes projects while it does', () => {
  const stages = [
    stage('roadshow', 'open', '2026-01-01T00:00:00Z'),
    stage('registration', 'open', '2026-06-01T00:00:00Z', 'submission'),
  ];
  expect(stageNow({ stages, acceptsProjects: true })?.code).toBe('registration');
});

it('names the open stage that ends first, those without an end last', () => {
  const stages = [
    stage('notice', 'open', null),
    stage('heats', 'open', '2026-03-01T00:00:00Z'),
    stage('review', 'open', '2026-02-01T00:00:00Z'),
    stage('awards', 'planned', '2026-01-01T00:00:00Z'),
  ];
  expect(stageNow({ stages, acceptsProjects: false })?.code).toBe('review');
});

it('names none between two stages', () => {
  expect(stageNow({ stages: [stage('heats', 'closed', null)], acceptsProjects: false })).toBeUndefined();
});
