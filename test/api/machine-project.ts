import { Edition, EditionStage, Project, ProjectAppeal } from '@haishi/contest';
import { EligibilityClaim } from '@haishi/contest/eligibility-claim/claim.entity';
import { GalleryRefusal } from '@haishi/contest/gallery/gallery.entity';
import { FormerOwner } from '@haishi/contest/project/former-owner.entity';
import { MemberInvitation } from '@haishi/contest/project-team/invitation.entity';
import { ProjectTransfer } from '@haishi/contest/project-transfer/transfer.entity';
import { newId } from '@haishi/kernel';
import { Equal } from 'typeorm';
import { draftProject, projectContent, submitProject } from '../support/contest.js';
import type { Machine } from '../support/machine.js';
import { pdfOf, upload } from '../support/uploads.js';
import { managerOf, type World } from './machine-cast.js';

const THERE = { division: 'BIO', field: 'DRUG', region: 'HZ', group: 'ENT' };
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

/** A project of the owner's, handed in from Beijing. */
async function handedIn({ browsers, final }: World): Promise<string> {
  const id = await draftProject(browsers.owner, final.editionId);
  await submitProject(browsers.owner, id, 2).expect(200);
  return id;
}

export const PROJECT_ROUTES = {
  save: 'PUT /projects/{project}',
  'add a file': 'POST /projects/{project}/materials',
  'take a file out': 'DELETE /projects/{project}/materials/{file}',
  'hand in': 'POST /projects/{project}/submit',
  'use a late code': 'POST /projects/{project}/late-code',
  withdraw: 'POST /projects/{project}/withdraw',
  offer: 'POST /projects/{project}/transfer',
  "end a former owner's reading": 'DELETE /projects/{project}/former-owners/{person}',
  'leave the gallery': 'PUT /projects/{project}/gallery',
  'be shown again': 'PUT /projects/{project}/gallery',
  accept: 'POST /projects/{project}/accept',
  return: 'POST /projects/{project}/return',
  reject: 'POST /projects/{project}/reject',
  prolong: 'POST /projects/{project}/prolong',
  reopen: 'POST /projects/{project}/reopen',
  claim: 'POST /projects/{project}/claim',
  'give a claim back': 'DELETE /projects/{project}/claim',
  'take the next': 'POST /editions/{edition}/eligibility/next',
  'look at many': 'POST /editions/{edition}/eligibility/bulk/check',
  'decide on many': 'POST /editions/{edition}/eligibility/bulk',
  'step back': 'POST /projects/{project}/recusal',
  'recuse somebody': 'POST /projects/{project}/recusals',
  'dismiss a recusal': 'POST /projects/{project}/recusals/dismiss',
  'look at a move': 'POST /projects/{project}/move/preview',
  move: 'POST /projects/{project}/move',
};

/** A draft and a project that was handed in, with what may be done to whichever of them a machine has come to. */
async function triedProjects(world: World) {
  const { browsers, persons, final, write } = world;
  const edition = final.editionId;
  const draft = await draftProject(browsers.owner, edition);
  const other = await handedIn(world);
  const slides = await upload(browsers.owner, 'project.material', '路演.pdf', pdfOf());
  const expiresAt = inDays(1).toISOString();
  const { body: late } = await browsers.organiser
    .post(`/api/v1/editions/${edition}/late-codes`)
    .send({ reason: '系统故障', expiresAt, uses: 5 })
    .expect(201);
  const former = newId();
  await write((work) =>
    work.manager.insert(
      FormerOwner,
      [draft, other].map((projectId) => ({
        ...{ id: newId(), projectId, personId: former, since: work.now },
        ...{ endedAt: null, endedBy: null },
      })),
    ),
  );
  let id = draft;
  const project = () => managerOf(world).findOneByOrFail(Project, { id: Equal(id) });
  const become = (
    state: Project['state'],
    change: Partial<Project> = {},
    registration: EditionStage['state'] = 'open',
  ) => {
    return () => {
      id = other;
      return write(async (work) => {
        await work.manager.update(EditionStage, { editionId: edition, kind: 'submission' }, { state: registration });
        await work.manager.update(Project, id, { state, ...change });
      });
    };
  };
  const sent = (body: object = {}) => ({ at: { project: id }, body });
  const held = async (body: object = {}) => ({ ...sent(body), version: (await project()).version });
  const decided = (body: object) => sent({ submission: 1, text: '理由如下。', ...body });
  const plan = async () =>
    (await browsers.owner.get(`/api/v1/projects/${id}`).expect(200)).body.content.materials[0].fileId;
  const bulk = () => ({ at: { edition }, body: { action: 'accept', items: [{ projectId: id, submission: 1 }] } });
  const claimed = () =>
    write((work) =>
      work.manager.save(EligibilityClaim, {
        ...{ projectId: id, personId: persons.checker.id },
        ...{ at: work.now, until: inDays(1) },
      }),
    );
  const letShown = () => write((work) => work.manager.delete(GalleryRefusal, { projectId: Equal(id) }));
  const keptOut = () =>
    write((work) => work.manager.save(GalleryRefusal, { projectId: id, at: work.now, byId: persons.owner.id }));
  return {
    routes: PROJECT_ROUTES,
    actions: {
      save: () => held(projectContent({ title: '改过的标题' })),
      'add a file': () => sent({ kind: 'DECK', fileId: slides }),
      'take a file out': async () => ({ at: { project: id, file: await plan() } }),
      'hand in': async () => ({ ...(await held()), keyed: true }),
      'use a late code': () => sent({ lateCode: late.code }),
      withdraw: () => held(),
      offer: () => sent({ mail: persons.entrant.mail }),
      "end a former owner's reading": () => ({ at: { project: id, person: former } }),
      'leave the gallery': { send: () => sent({ listed: false }), before: letShown },
      'be shown again': { send: () => sent({ listed: true }), before: keptOut },
      accept: () => decided({}),
      return: () => decided({ reasonCode: 'material_missing', dueAt: inDays(5).toISOString() }),
      reject: () => decided({ reasonCode: 'not_eligible' }),
      prolong: () => sent({ dueAt: inDays(10).toISOString() }),
      reopen: () => sent({ reason: '误判，重新审查。' }),
      claim: () => sent(),
      'give a claim back': { send: () => sent(), before: claimed },
      'take the next': () => ({ at: { edition } }),
      'look at many': bulk,
      'decide on many': bulk,
      'step back': () => sent({ reason: '与负责人是亲属' }),
      'recuse somebody': () => sent({ personId: persons.checker.id, reason: '曾任其导师' }),
      'dismiss a recusal': {
        send: () => sent({ personId: persons.checker.id, reason: '并无关系' }),
        before: () =>
          browsers.organiser
            .post(`/api/v1/projects/${id}/recusals`)
            .send({ personId: persons.checker.id, reason: '曾任其导师' })
            .expect(204),
      },
      'look at a move': () => sent(THERE),
      move: () => held({ ...THERE, reason: '属于生物医药。' }),
    },
    state: async () => (await project()).state,
    become,
    keptOut,
    beDraft: () => (id = draft),
  };
}

/** A project 项目 from its draft to its acceptance or its end. */
export async function projectMachine(world: World): Promise<Machine> {
  const { become, beDraft, ...tried } = await triedProjects(world);
  return {
    ...tried,
    table: `
      state                         | action                       | nob str own ent che els org out jud sup aud adm
      draft, returned, overdue      | save, add a file             | 401 404 ok  404 404 404 404 404 404 404 404 404
      submitted, accepted           | save, add a file             | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.not_editable
      rejected, withdrawn           | save, add a file             | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.not_editable
      draft, returned, overdue      | take a file out              | 401 404 ok  404 404 404 404 404 404 404 404 404
      submitted, accepted           | take a file out              | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.not_editable
      rejected, withdrawn           | take a file out              | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.not_editable
      draft, returned               | hand in                      | 401 404 ok  404 404 404 404 404 404 404 404 404 | > submitted
      overdue                       | hand in                      | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.correction_deadline_passed
      submitted, accepted           | hand in, use a late code     | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.action_not_allowed
      rejected, withdrawn           | hand in, use a late code     | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.action_not_allowed
      draft, returned, overdue      | use a late code              | 401 404 ok  404 404 404 404 404 404 404 404 404
      draft, returned, overdue      | withdraw                     | 401 404 ok  404 404 404 404 404 404 404 404 404 | > withdrawn
      submitted, accepted           | withdraw                     | 401 404 ok  404 404 404 404 404 404 404 404 404 | > withdrawn
      rejected, withdrawn           | withdraw, offer              | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.action_not_allowed
      draft, returned, overdue      | offer                        | 401 404 ok  404 404 404 404 404 404 404 404 404
      submitted, accepted           | offer                        | 401 404 ok  404 404 404 404 404 404 404 404 404
      *                             | end a former owner's reading | 401 404 ok  404 404 404 404 404 404 404 404 404
      *                             | leave the gallery            | 401 404 ok  404 404 404 404 404 404 404 404 404
      draft, returned, overdue      | be shown again               | 401 404 ok  404 404 404 404 404 404 404 404 404
      submitted, accepted           | be shown again               | 401 404 ok  404 404 404 404 404 404 404 404 404
      rejected, withdrawn           | be shown again               | 401 404 ok  404 404 404 404 404 404 404 404 404
      draft                         | accept, return, reject       | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted                     | accept                       | 401 403 403 403 ok  404 ok  404 403 403 403 403 | > accepted
      submitted                     | return                       | 401 403 403 403 ok  404 ok  404 403 403 403 403 | > returned
      submitted                     | reject                       | 401 403 403 403 ok  404 ok  404 403 403 403 403 | > rejected
      returned, overdue             | accept, return               | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_returned
      returned                      | reject                       | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.correction_runs
      overdue                       | reject                       | 401 403 403 403 ok  404 ok  404 403 403 403 403 | > rejected
      accepted                      | accept, return, reject       | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_accepted
      rejected                      | accept, return, reject       | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_rejected
      withdrawn                     | accept, return, reject       | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_withdrawn
      draft                         | prolong                      | 401 403 403 403 404 404 404 404 403 403 403 403
      returned, overdue             | prolong                      | 401 403 403 403 ok  404 ok  404 403 403 403 403 | > returned
      submitted, accepted           | prolong                      | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.not_returned
      rejected, withdrawn           | prolong                      | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.not_returned
      draft                         | reopen                       | 401 403 403 403 403 403 404 404 403 403 403 404
      accepted, rejected            | reopen                       | 401 403 403 403 403 403 ok  404 403 403 403 404 | > submitted
      submitted, returned, overdue  | reopen                       | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=eligibility.undecided
      withdrawn                     | reopen                       | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=eligibility.undecided
      draft                         | claim, give a claim back     | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted                     | claim                        | 401 403 403 403 ok  404 ok  404 403 403 403 403
      returned, overdue             | claim                        | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_returned
      accepted                      | claim                        | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_accepted
      rejected                      | claim                        | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_rejected
      withdrawn                     | claim                        | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=eligibility.is_withdrawn
      submitted                     | give a claim back            | 401 403 403 403 ok  404 ok  404 403 403 403 403
      returned, overdue, accepted   | give a claim back            | 401 403 403 403 =   404 =   404 403 403 403 403
      rejected, withdrawn           | give a claim back            | 401 403 403 403 =   404 =   404 403 403 403 403
      submitted                     | take the next                | 401 403 403 403 ok  =   ok  404 403 403 403 403
      draft, returned, accepted     | take the next                | 401 403 403 403 =   =   =   404 403 403 403 403
      overdue, rejected, withdrawn  | take the next                | 401 403 403 403 =   =   =   404 403 403 403 403
      *                             | look at many                 | 401 403 403 403 =   =   =   404 403 403 403 403
      submitted                     | decide on many               | 401 403 403 403 ok  =   ok  404 403 403 403 403 | > accepted
      draft, returned, accepted     | decide on many               | 401 403 403 403 =   =   =   404 403 403 403 403
      overdue, rejected, withdrawn  | decide on many               | 401 403 403 403 =   =   =   404 403 403 403 403
      draft                         | step back                    | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted, returned, accepted | step back                    | 401 403 403 403 ok  404 ok  404 403 403 403 403
      overdue, rejected, withdrawn  | step back                    | 401 403 403 403 ok  404 ok  404 403 403 403 403
      draft                         | recuse somebody              | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted, returned, accepted | recuse somebody              | 401 403 403 403 403 403 ok  404 403 403 403 404
      overdue, rejected, withdrawn  | recuse somebody              | 401 403 403 403 403 403 ok  404 403 403 403 404
      draft                         | dismiss a recusal            | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted, returned, accepted | dismiss a recusal            | 401 403 403 403 403 403 ok  404 403 403 403 404
      overdue, rejected, withdrawn  | dismiss a recusal            | 401 403 403 403 403 403 ok  404 403 403 403 404
      draft                         | look at a move, move         | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted, returned, accepted | look at a move               | 401 403 403 403 403 403 =   404 403 403 403 404
      submitted, returned, accepted | move                         | 401 403 403 403 403 403 ok  404 403 403 403 404
      overdue                       | look at a move               | 401 403 403 403 403 403 =   404 403 403 403 404
      overdue                       | move                         | 401 403 403 403 403 403 ok  404 403 403 403 404
      rejected, withdrawn           | look at a move, move         | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=project.action_not_allowed`,
    states: {
      draft: async () => {
        await become('accepted')();
        beDraft();
      },
      submitted: become('submitted'),
      returned: become('returned', { correctionDueAt: inDays(3) }),
      overdue: become('returned', { correctionDueAt: inDays(-1) }, 'closed'),
      accepted: become('accepted', { correctionDueAt: null }),
      rejected: become('rejected'),
      withdrawn: become('withdrawn', { withdrawnAt: new Date() }),
    },
  };
}

/** A project of an archived edition, of which nothing is written but what ends: a consent, a reading, work on what one is tied to. */
export async function archivedProjectMachine(world: World): Promise<Machine> {
  const { become, beDraft, keptOut, ...tried } = await triedProjects(world);
  const { editionId } = world.final;
  return {
    ...tried,
    table: `
      state                         | action                       | nob str own ent che els org out jud sup aud adm
      *                             | save, add a file             | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      *                             | take a file out, withdraw    | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      *                             | offer, use a late code       | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      *                             | be shown again               | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      draft                         | hand in                      | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.registration_not_open
      submitted                     | hand in                      | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.action_not_allowed
      draft                         | accept, return, reject       | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted                     | accept, return, reject       | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=edition.action_not_allowed
      draft                         | prolong                      | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted                     | prolong                      | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=edition.action_not_allowed
      draft                         | reopen                       | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted                     | reopen                       | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=edition.action_not_allowed
      draft                         | claim, give a claim back     | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted                     | claim                        | 401 403 403 403 409 404 409 404 403 403 403 403 | 409=edition.action_not_allowed
      submitted                     | give a claim back            | 401 403 403 403 ok  404 ok  404 403 403 403 403
      draft                         | take the next                | 401 403 403 403 =   =   =   404 403 403 403 403
      submitted                     | take the next                | 401 403 403 403 409 =   409 404 403 403 403 403 | 409=edition.action_not_allowed
      *                             | look at many, decide on many | 401 403 403 403 =   =   =   404 403 403 403 403
      draft                         | step back                    | 401 403 403 403 404 404 404 404 403 403 403 403
      submitted                     | step back                    | 401 403 403 403 ok  404 ok  404 403 403 403 403
      draft                         | recuse somebody              | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted                     | recuse somebody              | 401 403 403 403 403 403 ok  404 403 403 403 404
      draft                         | dismiss a recusal            | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted                     | dismiss a recusal            | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=edition.action_not_allowed
      draft                         | look at a move, move         | 401 403 403 403 403 403 404 404 403 403 403 404
      submitted                     | look at a move, move         | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=edition.action_not_allowed
      *                             | leave the gallery            | 401 404 ok  404 404 404 404 404 404 404 404 404
      *                             | end a former owner's reading | 401 404 ok  404 404 404 404 404 404 404 404 404`,
    states: {
      draft: async () => {
        await become('accepted')();
        beDraft();
        await keptOut();
        await world.write((work) => work.manager.update(Edition, editionId, { state: 'archived' }));
      },
      submitted: async () => {
        await become('submitted')();
        await keptOut();
      },
    },
  };
}

export const TRANSFER_ROUTES = {
  revoke: 'POST /project-transfers/{id}/revoke',
  accept: 'POST /project-transfers/{id}/accept',
  decline: 'POST /project-transfers/{id}/decline',
};

/** The offer of a project to another entrant 移交. */
export async function transferMachine(world: World): Promise<Machine> {
  const { browsers, persons, write } = world;
  const project = await handedIn(world);
  await browsers.owner.post(`/api/v1/projects/${project}/transfer`).send({ mail: persons.entrant.mail }).expect(204);
  const { id } = await managerOf(world).findOneByOrFail(ProjectTransfer, { projectId: Equal(project) });
  const become = (change: Partial<ProjectTransfer>) => () =>
    write((work) => work.manager.update(ProjectTransfer, id, { expiresAt: inDays(1), ...change }));
  const sent = () => ({ at: { id } });
  return {
    table: `
      state              | action                  | nob str own ent che els org out jud sup aud adm
      archived           | revoke                  | 401 404 ok  404 404 404 404 404 404 404 404 404 | > revoked
      archived           | accept                  | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      archived           | decline                 | 401 404 404 ok  404 404 404 404 404 404 404 404 | > declined
      offered            | revoke                  | 401 404 ok  404 404 404 404 404 404 404 404 404 | > revoked
      offered            | accept                  | 401 404 404 ok  404 404 404 404 404 404 404 404 | > accepted
      offered            | decline                 | 401 404 404 ok  404 404 404 404 404 404 404 404 | > declined
      run out            | revoke                  | 401 404 ok  404 404 404 404 404 404 404 404 404 | > revoked
      run out            | accept, decline         | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=transfer.over
      accepted, declined | revoke                  | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=transfer.over
      revoked            | revoke                  | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=transfer.over
      accepted, declined | accept, decline         | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=transfer.over
      revoked            | accept, decline         | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=transfer.over`,
    routes: TRANSFER_ROUTES,
    actions: {
      revoke: sent,
      accept: sent,
      decline: sent,
    },
    states: {
      offered: become({ state: 'offered' }),
      'run out': become({ expiresAt: inDays(-1) }),
      accepted: become({ state: 'accepted' }),
      declined: become({ state: 'declined' }),
      revoked: become({ state: 'revoked' }),
      archived: async () => {
        await become({ state: 'offered' })();
        await write((work) => work.manager.update(Edition, world.final.editionId, { state: 'archived' }));
      },
    },
    state: async () => (await managerOf(world).findOneByOrFail(ProjectTransfer, { id: Equal(id) })).state,
  };
}

export const APPEAL_ROUTES = {
  file: 'POST /projects/{project}/appeal',
  uphold: 'POST /projects/{project}/appeal/decide',
  dismiss: 'POST /projects/{project}/appeal/decide',
};

/** An appeal 申诉 against a rejection. */
export async function appealMachine(world: World): Promise<Machine> {
  const { browsers, write } = world;
  const project = await handedIn(world);
  const filed = { text: '项目属于新一代电子信息领域。' };
  const become = (state: ProjectAppeal['state']) => () =>
    write(async (work) => {
      await work.manager.update(Project, project, { state: state === 'upheld' ? 'submitted' : 'rejected' });
      await work.manager.update(ProjectAppeal, { projectId: Equal(project) }, { state });
    });
  const decide = (outcome: 'upheld' | 'dismissed') => () => ({
    at: { project },
    body: { outcome, answer: '已复核。' },
  });
  return {
    table: `
      state             | action          | nob str own ent che els org out jud sup aud adm
      submitted         | file            | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=appeal.not_rejected
      rejected          | file            | 401 404 ok  404 404 404 404 404 404 404 404 404 | > open
      open              | file            | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=appeal.already_made
      upheld, dismissed | file            | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=appeal.already_made
      submitted         | uphold, dismiss | 401 403 403 403 403 403 404 404 403 403 403 404
      rejected          | uphold, dismiss | 401 403 403 403 403 403 404 404 403 403 403 404
      open              | uphold          | 401 403 403 403 403 403 ok  404 403 403 403 404 | > upheld
      open              | dismiss         | 401 403 403 403 403 403 ok  404 403 403 403 404 | > dismissed
      upheld, dismissed | uphold, dismiss | 401 403 403 403 403 403 409 404 403 403 403 404 | 409=appeal.decided`,
    routes: APPEAL_ROUTES,
    actions: {
      file: () => ({ at: { project }, body: filed }),
      uphold: decide('upheld'),
      dismiss: decide('dismissed'),
    },
    states: {
      submitted: () => Promise.resolve(),
      rejected: () =>
        browsers.checker
          .post(`/api/v1/projects/${project}/reject`)
          .send({ submission: 1, reasonCode: 'not_eligible', text: '不属于本届领域。' })
          .expect(200),
      open: () => browsers.owner.post(`/api/v1/projects/${project}/appeal`).send(filed).expect(204),
      upheld: become('upheld'),
      dismissed: become('dismissed'),
    },
    state: async () => (await managerOf(world).findOneByOrFail(ProjectAppeal, { projectId: Equal(project) })).state,
  };
}

export const TEAM_ROUTES = {
  invite: 'POST /projects/{project}/team/invitations',
  leave: 'POST /projects/{project}/team/leave',
  accept: 'POST /member-invitations/{id}/accept',
  decline: 'POST /member-invitations/{id}/decline',
  'take back': 'POST /member-invitations/{id}/withdraw',
};

/** The invitation of a member 成员邀请, who is the other entrant; what of it ends, ends in an archived edition as well. */
export async function teamMachine(world: World): Promise<Machine> {
  const { browsers, persons, final, write } = world;
  const { mail } = persons.entrant;
  const { members } = projectContent() as { members: object[] };
  const second = { name: '李四', role: '技术', share: 1000, mail, isCore: true };
  const project = await draftProject(browsers.owner, final.editionId, { members: [...members, second] });
  await browsers.owner.post(`/api/v1/projects/${project}/team/invitations`).send({ mail }).expect(200);
  const { id } = await managerOf(world).findOneByOrFail(MemberInvitation, { projectId: Equal(project) });
  const become = (state: MemberInvitation['state'], of: Edition['state'] = 'open') => {
    const accepted = state === 'accepted';
    const agreed = accepted ? { name: second.name, role: second.role, share: second.share } : null;
    return () =>
      write(async (work) => {
        await work.manager.update(MemberInvitation, id, {
          ...{ state, personId: accepted ? persons.entrant.id : null, agreed: agreed as never },
          ...{ sentAt: inDays(-1), expiresAt: inDays(1) },
        });
        await work.manager.update(Edition, final.editionId, { state: of });
      });
  };
  const ofProject = () => ({ at: { project }, body: { mail } });
  const ofInvitation = () => ({ at: { id } });
  return {
    table: `
      state               | action          | nob str own ent che els org out jud sup aud adm
      invited             | invite          | 401 404 ok  404 404 404 404 404 404 404 404 404
      invited             | leave           | 401 404 404 404 404 404 404 404 404 404 404 404
      invited             | accept          | 401 404 404 ok  404 404 404 404 404 404 404 404 | > accepted
      invited             | decline         | 401 404 404 ok  404 404 404 404 404 404 404 404 | > declined
      invited             | take back       | 401 404 ok  404 404 404 404 404 404 404 404 404 | > withdrawn
      accepted            | invite          | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=team.accepted_already
      accepted            | leave           | 401 404 404 ok  404 404 404 404 404 404 404 404 | > left
      accepted            | accept          | 401 404 404 ok  404 404 404 404 404 404 404 404 | > accepted
      accepted            | decline         | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=team.answered
      accepted            | take back       | 401 404 ok  404 404 404 404 404 404 404 404 404 | > withdrawn
      declined, withdrawn, lapsed, left | invite          | 401 404 ok  404 404 404 404 404 404 404 404 404 | > invited
      declined, withdrawn, lapsed, left | leave           | 401 404 404 404 404 404 404 404 404 404 404 404
      declined, withdrawn, lapsed, left | take back       | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=team.not_invited
      declined, left      | accept, decline | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=team.answered
      withdrawn           | accept, decline | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=team.withdrawn
      lapsed              | accept, decline | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=team.lapsed
      invited in archive  | invite          | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      invited in archive  | leave           | 401 404 404 404 404 404 404 404 404 404 404 404
      invited in archive  | accept          | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      invited in archive  | decline         | 401 404 404 ok  404 404 404 404 404 404 404 404 | > declined
      invited in archive  | take back       | 401 404 ok  404 404 404 404 404 404 404 404 404 | > withdrawn
      accepted in archive | invite          | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      accepted in archive | leave           | 401 404 404 ok  404 404 404 404 404 404 404 404 | > left
      accepted in archive | accept          | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed
      accepted in archive | decline         | 401 404 404 409 404 404 404 404 404 404 404 404 | 409=team.answered
      accepted in archive | take back       | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=edition.action_not_allowed`,
    routes: TEAM_ROUTES,
    actions: {
      invite: ofProject,
      leave: ofProject,
      accept: ofInvitation,
      decline: ofInvitation,
      'take back': ofInvitation,
    },
    states: {
      invited: become('invited'),
      accepted: become('accepted'),
      declined: become('declined'),
      withdrawn: become('withdrawn'),
      lapsed: become('lapsed'),
      left: become('left'),
      'invited in archive': become('invited', 'archived'),
      'accepted in archive': become('accepted', 'archived'),
    },
    state: async () => (await managerOf(world).findOneByOrFail(MemberInvitation, { id: Equal(id) })).state,
  };
}
