import { ROADSHOW_STATES } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { PROJECT_STATES } from '../project/project.rules.js';
import { materialsObstacle } from './entry-materials.rules.js';

describe('the materials of an entry', () => {
  const open = { session: 'running', entry: 'onstage', project: 'accepted', recused: false } as const;

  it('are read from the draw until the session is closed', () => {
    const readable = ROADSHOW_STATES.filter((session) => materialsObstacle({ ...open, session }) === null);
    expect(readable).toEqual(['ready', 'running', 'stopped']);
    expect(materialsObstacle({ ...open, session: 'draft' })).toBe('roadshow.materials_closed');
    expect(materialsObstacle({ ...open, session: 'closed' })).toBe('roadshow.materials_closed');
  });

  it('are closed to who is recused, whatever else holds', () => {
    for (const session of ROADSHOW_STATES)
      expect(materialsObstacle({ ...open, session, recused: true })).toBe('roadshow.materials_recused');
  });

  it('are closed once entry or project has withdrawn', () => {
    expect(materialsObstacle({ ...open, entry: 'withdrawn' })).toBe('roadshow.entry_withdrawn');
    for (const project of PROJECT_STATES.filter((state) => state !== 'accepted'))
      expect(materialsObstacle({ ...open, project })).toBe('roadshow.entry_withdrawn');
  });
});
