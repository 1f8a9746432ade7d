import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEditionFile, writeEditionFile } from './edition.file.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const now = new Date('2026-03-01T17:00:00Z');
type Loose = Record<string, any>;

/** The supplied file with one thing changed. */
function changed(change: (file: Loose) => void): unknown {
  const file = JSON.parse(text) as Loose;
  change(file);
  return file;
}
const faultsOf = (raw: unknown) => readEditionFile(raw, { now }).failures.map(({ field, code }) => `${field}: ${code}`);

describe('the supplied edition', () => {
  it('is sound and holds the published facts', () => {
    const { file, failures } = readEditionFile(JSON.parse(text), { now });
    expect(failures).toEqual([]);
    expect(file.name.zh).toBe('“海石杯”高层次人才创新创业大赛');
    expect(file.definition.divisions.map(({ code, fields }) => [code, fields.length])).toEqual([
      ['EIT', 5],
      ['BIO', 5],
      ['EQP', 5],
      ['FOOD', 5],
    ]);
    expect(file.definition.regions.map(({ name }) => name.zh)).toEqual([
      '欧美赛区',
      '亚洲赛区',
      '北京赛区',
      '西安赛区',
      '杭州赛区',
    ]);
    expect(file.definition.rubric.criteria.map(({ max }) => max)).toEqual([3000, 2500, 2000, 1000, 1500]);
    expect(file.stages.map(({ kind }) => kind)).toEqual([
      'submission',
      'eligibility',
      'review',
      'roadshow',
      'roadshow',
      'notice',
      'matching',
    ]);
    expect(file.definition.awards.map(({ perDivision }) => perDivision)).toEqual([1, 2, 3]);
  });

  it('lets a notice last for working days or for days of the calendar, and not for both', () => {
    const lasting = (settings: Loose) =>
      changed((file) => {
        file.stages.find(({ kind }: Loose) => kind === 'notice').settings = settings;
      });
    expect(faultsOf(lasting({ workingDays: 30 }))).toEqual([]);
    const calendar = readEditionFile(lasting({ calendarDays: 7 }), { now });
    expect(calendar.failures).toEqual([]);
    expect(calendar.file.stages.find(({ kind }) => kind === 'notice')!.settings).toEqual({ calendarDays: 7 });
    expect(faultsOf(lasting({}))).toEqual(['stages.5.settings.workingDays: common.required']);
    expect(faultsOf(lasting({ workingDays: 5, calendarDays: 7 }))).toEqual([
      'stages.5.settings.calendarDays: edition.notice_days_both',
    ]);
    expect(faultsOf(lasting({ calendarDays: 61 }))).toEqual([
      'stages.5.settings.calendarDays: common.number_out_of_range',
    ]);
  });

  it('opens to judges what they judge by, and nothing of who handed it in', () => {
    const { file } = readEditionFile(JSON.parse(text), { now });
    const open = file.definition.materials.filter(({ forJudges }) => forJudges).map(({ code }) => code);
    expect(open).toEqual(['PLAN', 'DECK']);
  });

  it('counts its days from today in its own zone, where it is already the next day', () => {
    const { file } = readEditionFile(JSON.parse(text), { now });
    expect(file.stages[0]!.opensAt).toEqual(new Date('2026-03-01T16:00:00Z'));
    expect(file.stages[0]!.closesAt).toEqual(new Date('2026-05-01T09:30:00Z'));
  });

  it('counts them from another day where asked to, under another code', () => {
    const { file } = readEditionFile(JSON.parse(text), { now, firstDay: '2027-01-01', code: 'HSB-2027' });
    expect(file.code).toBe('HSB-2027');
    expect(file.stages[0]!.opensAt).toEqual(new Date('2026-12-31T16:00:00Z'));
  });

  it('is read back from its export as the same edition', () => {
    const { file } = readEditionFile(JSON.parse(text), { now });
    const again = readEditionFile(JSON.parse(JSON.stringify(writeEditionFile(file))), { now: new Date('2030-01-01') });
    expect(again).toEqual({ file, failures: [] });
  });
});

describe('faults', () => {
  it.each<[string, unknown, string[]]>([
    ['another format', changed((file) => (file['format'] = 'pretalx')), ['format: edition.unknown_format']],
    ['an unknown field', changed((file) => (file['colour'] = 1)), ['colour: common.unknown_field']],
    ['a bad code', changed((file) => (file['code'] = 'hsb 2026')), ['code: common.bad_format']],
    ['a name in one language', changed((file) => delete file['name'].en), ['name.en: common.required']],
    [
      'an unknown zone',
      changed((file) => (file['timeZone'] = 'Asia/Shijiazhuang')),
      ['timeZone: edition.unknown_time_zone'],
    ],
    [
      'an unknown zone of a region',
      changed((file) => (file['regions'][1].timeZones[0] = 'Mars/Base')),
      ['regions.1.timeZones.0: edition.unknown_time_zone'],
    ],
    [
      'a division named twice',
      changed((file) => (file['divisions'][1].code = 'EIT')),
      ['divisions.1.code: edition.code_repeated'],
    ],
    [
      'a sub-field named twice',
      changed((file) => (file['divisions'][2].fields[4].code = 'RAIL')),
      ['divisions.2.fields.4.code: edition.code_repeated'],
    ],
    ['no divisions', changed((file) => (file['divisions'] = [])), ['divisions: common.list_too_short']],
    ['divisions of another kind', changed((file) => (file['divisions'] = 'EIT')), ['divisions: common.not_a_list']],
    [
      'a rubric of 99',
      changed((file) => (file['rubric'].criteria[0].max = 2900)),
      ['rubric.criteria: review.rubric_sum'],
    ],
    [
      'a step that does not divide',
      changed((file) => (file['rubric'].criteria[0].step = 70)),
      ['rubric.criteria.0.step: review.step_not_dividing'],
    ],
    [
      'points that are no whole number',
      changed((file) => (file['rubric'].criteria[0].max = 3000.5)),
      ['rubric.criteria.0.max: common.not_an_integer'],
    ],
    [
      'points as text',
      changed((file) => (file['rubric'].criteria[0].max = '3000')),
      ['rubric.criteria.0.max: common.not_a_number'],
    ],
    [
      'a material without types',
      changed((file) => (file['materials'][0].types = [])),
      ['materials.0.types: common.list_too_short'],
    ],
    [
      'a material of an unknown type',
      changed((file) => (file['materials'][0].types = ['exe'])),
      ['materials.0.types.0: common.not_a_choice'],
    ],
    [
      'a material above the ceiling',
      changed((file) => (file['materials'][0].maxSize = 2 ** 31)),
      ['materials.0.maxSize: common.number_out_of_range'],
    ],
    [
      'counts the wrong way round',
      changed((file) => (file['materials'][0].minCount = 2)),
      ['materials.0.maxCount: edition.count_limits'],
    ],
    [
      'a material of an unknown group',
      changed((file) => (file['materials'][3].groups = ['ENT', 'SOLO'])),
      ['materials.3.groups.1: edition.code_unknown'],
    ],
    [
      'a material that may be for judges',
      changed((file) => (file['materials'][2].forJudges = 'perhaps')),
      ['materials.2.forJudges: common.not_a_boolean'],
    ],
    [
      'a material that is personal and for judges',
      changed((file) => (file['materials'][0].personal = true)),
      ['materials.0.forJudges: edition.personal_for_judges'],
    ],
    [
      'a material that may be personal',
      changed((file) => (file['materials'][2].personal = 1)),
      ['materials.2.personal: common.not_a_boolean'],
    ],
    [
      'a group that wants members to confirm, neither yes nor no',
      changed((file) => (file['groups'][1].membersConfirm = 'perhaps')),
      ['groups.1.membersConfirm: common.not_a_boolean'],
    ],
    [
      'a date without a zone',
      changed((file) => (file['stages'][0].closesAt = '2026-05-01T17:30:00')),
      ['stages.0.closesAt: edition.bad_date'],
    ],
    [
      'a date that is none',
      changed((file) => (file['stages'][0].closesAt = '2026-13-01T17:30:00Z')),
      ['stages.0.closesAt: edition.bad_date'],
    ],
    ...['2027-02-30', '2026-11-31', '2027-02-29'].map((day): [string, unknown, string[]] => [
      `the day ${day}, which no calendar has`,
      changed((file) => (file['stages'][0].closesAt = `${day}T17:30:00Z`)),
      ['stages.0.closesAt: edition.bad_date'],
    ]),
    [
      'a relative date without time',
      changed((file) => (file['stages'][0].closesAt = { day: 3 })),
      ['stages.0.closesAt: edition.bad_date'],
    ],
    [
      'an end before the beginning',
      changed((file) => (file['stages'][0].opensAt = { day: 60, time: '17:30:00' })),
      ['stages.0.closesAt: edition.closes_before_opens', 'stages.1.opensAt: edition.stage_before_previous'],
    ],
    [
      'stages out of order',
      changed((file) => (file['stages'][4].opensAt = { day: 1, time: '09:00:00' })),
      ['stages.4.opensAt: edition.stage_before_previous'],
    ],
    [
      'two registrations',
      changed((file) => (file['stages'][1] = { ...file['stages'][1], kind: 'submission', settings: {} })),
      ['stages: edition.no_submission_stage'],
    ],
    [
      'a grace beyond an hour',
      changed((file) => (file['stages'][0].settings = { graceMinutes: 61 })),
      ['stages.0.settings.graceMinutes: common.number_out_of_range'],
    ],
    [
      'a setting of another kind',
      changed((file) => (file['stages'][0].settings.judges = 5)),
      ['stages.0.settings.judges: common.unknown_field'],
    ],
    [
      'a setting left out',
      changed((file) => delete file['stages'][3].settings.pitchMinutes),
      ['stages.3.settings.pitchMinutes: common.required'],
    ],
    [
      'more valid scores than judges',
      changed((file) => (file['stages'][3].settings.judges = 4)),
      ['stages.3.settings.minValid: edition.min_judges'],
    ],
    [
      'nothing left after dropping',
      changed((file) => (file['stages'][3].settings.minValid = 2)),
      ['stages.3.settings.minValid: review.min_valid_too_small'],
    ],
    [
      'places shared out by what is unknown',
      changed((file) => (file['stages'][2].settings.advance.by = ['county'])),
      ['stages.2.settings.advance.by: edition.advance_by'],
    ],
  ])('%s', (_, raw, faults) => {
    expect(faultsOf(raw)).toEqual(faults);
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    'are told of a field that every object inherits: %s',
    (name) => {
      const own = JSON.parse(`{"${name}":1}`) as object;
      const file = JSON.parse(text) as Loose;
      const holders: Record<string, object> = {
        'divisions.0.fields.1': file['divisions'][0].fields[1],
        'rubric.criteria.2': file['rubric'].criteria[2],
        'stages.2.settings.advance': file['stages'][2].settings.advance,
        'stages.3.settings': file['stages'][3].settings,
        'stages.4': file['stages'][4],
      };
      for (const holder of Object.values(holders))
        Object.defineProperty(holder, name, { ...Object.getOwnPropertyDescriptor(own, name) });
      expect(faultsOf(file)).toEqual(Object.keys(holders).map((path) => `${path}.${name}: common.unknown_field`));
    },
  );

  it('are none in a grace after the deadline, which is kept where one is given', () => {
    const stages = (settings: object) =>
      readEditionFile(
        changed((file) => (file['stages'][0].settings = settings)),
        { now },
      ).file.stages;
    expect(stages({ graceMinutes: 15 })[0]!.settings).toEqual({ graceMinutes: 15 });
    expect(stages({})[0]!.settings).toEqual({});
  });

  it('are one where there is no edition at all', () => {
    expect(faultsOf([])).toEqual([': edition.not_an_object']);
  });

  it('are all told at once', () => {
    const raw = changed((file) => {
      file['timeZone'] = 'Nowhere';
      file['rubric'].criteria[0].max = 2900;
      delete file['undertaking'];
    });
    expect(faultsOf(raw)).toEqual([
      'timeZone: edition.unknown_time_zone',
      'undertaking: common.required',
      'rubric.criteria: review.rubric_sum',
    ]);
  });

  it.each<[string, unknown]>([
    ['a list', [[]]],
    ['an empty object', {}],
    ['a text', 'no such!'],
    ['a number', 1e12],
  ])('are told where %s stands in the place of anything, and nowhere else', (_, wrong) => {
    const whole = JSON.stringify(
      changed((file) => {
        const { settings } = file['stages'][2];
        settings.plan = { load: { min: 3, max: 30 }, composition: [{ type: 'investor', atLeast: 2 }] };
        settings.ties = ['TECH', 'MARKET', 'untrimmed'];
        file['stages'][3].settings.ties = [`stage:${file['stages'][2].code}`, 'TECH'];
        file['judgeKinds'] = ['technical', 'investor'].map((code) => ({ code, name: { zh: code, en: code } }));
        file['stages'][3].settings.advance = {
          by: ['region', 'division'],
          regions: [{ code: 'BJ', seats: 9 }],
          divisions: [{ code: 'EIT', seats: 9 }],
          caps: [{ region: 'BJ', division: 'EIT', cap: 3 }],
          carry: { stage: file['stages'][2].code, permille: 300 },
        };
      }),
    );
    expect(faultsOf(JSON.parse(whole))).toEqual([]);
    const astray: string[] = [];
    for (const path of pathsIn(JSON.parse(whole))) {
      const file = JSON.parse(whole) as Loose;
      const names = path.split('.');
      const holder = names.slice(0, -1).reduce((one: Loose, name) => one[name], file);
      holder[names.at(-1)!] = wrong;
      const fields = readEditionFile(file, { now }).failures.map(({ field }) => field);
      const within = fields.filter((field) => `${field}.`.startsWith(`${path}.`));
      const around = fields.filter((field) => path.startsWith(`${field}.`));
      if ((within.length > 0 ? within : around).length < fields.length) astray.push(`${path}: ${fields.join()}`);
    }
    expect(astray).toEqual([]);
  });
});

/** Lists whose members are of one kind, so that the third is read as the second. */
const ALIKE = /(^|\.)(divisions|fields|regions|materials|awards|criteria|options)$/;

/** Where anything stands in an edition's file; of texts in two languages the whole. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || 'zh' in value) return [];
  return Object.entries(value)
    .slice(0, ALIKE.test(path) ? 2 : undefined)
    .flatMap(([name, part]) => {
      const at = path === '' ? name : `${path}.${name}`;
      return [at, ...pathsIn(part, at)];
    });
}
