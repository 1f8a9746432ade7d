/** What a change means for what stands, in words. */
import type { LocalText } from '@haishi/contracts';
import type { Effect, EffectCode } from './assessment.rules.js';

const EFFECT_WORDS: Record<EffectCode, (count: number) => LocalText> = {
  drafts_choose_again: (n) => ({
    zh: `${n} 份草稿选了它，须重新选择`,
    en: `Drafts that chose it and must choose again: ${n}`,
  }),
  offers_choose_again: (n) => ({
    zh: `${n} 个已征集、待认领的项目属于它，认领后须重新选择`,
    en: `Collected projects, not yet claimed, that name it; who claims them must choose again: ${n}`,
  }),
  experts_lose: (n) => ({
    zh: `${n} 位专家登记了它，评审分配不再据此匹配，须改为别的`,
    en: `Experts who are kept under it, are no longer matched by it and need another: ${n}`,
  }),
  drafts_checked_anew: (n) => ({
    zh: `${n} 份草稿提交时按新要求检查`,
    en: `Drafts held against the new demand when handed in: ${n}`,
  }),
  corrections_checked_anew: (n) => ({
    zh: `${n} 个退回补正中的项目重新提交时按新要求检查`,
    en: `Projects out for a correction, held against the new demand when handed in again: ${n}`,
  }),
  submitted_stay: (n) => ({
    zh: `${n} 个已提交的项目保持不变，不重新检查`,
    en: `Projects handed in that stay as they are, unchecked: ${n}`,
  }),
  conditions_shown: (n) => ({
    zh: `${n} 个已提交的项目此后按新的参赛条件显示，待审查的重新标记；已作出的结论不变`,
    en: `Projects handed in that are shown by the new conditions from now on, and marked anew while they wait; what was decided stands: ${n}`,
  }),
  files_stay: (n) => ({
    zh: `${n} 个项目已上传这类文件，文件保留`,
    en: `Projects that hold such files, which are kept: ${n}`,
  }),
  jury_reads: (n) => ({
    zh: `评委此后可查阅 ${n} 个已提交项目的这部分内容`,
    en: `Projects handed in of which the jury reads it from now on: ${n}`,
  }),
  jury_reads_no_more: (n) => ({
    zh: `评委此后不能再查阅 ${n} 个已提交项目的这部分内容`,
    en: `Projects handed in of which the jury no longer reads it: ${n}`,
  }),
  files_personal: (n) => ({
    zh: `${n} 个项目已上传这类文件，此后只有申报人和审核、组织人员可以打开，不能再放开`,
    en: `Projects that hold such files, which their entrants, checkers and organisers alone open from now on, for good: ${n}`,
  }),
  answers_go: (n) => ({
    zh: `${n} 份草稿已作答，作答不再保留`,
    en: `Drafts that answered it and lose the answer: ${n}`,
  }),
  renamed: (n) => ({ zh: `${n} 个项目改显新名称`, en: `Projects shown with the new name: ${n}` }),
  undertaking_again: (n) => ({
    zh: `${n} 份草稿已确认原来的文字，提交前须重新阅读并确认`,
    en: `Drafts that confirmed the earlier wording and have to read and confirm it again before they are handed in: ${n}`,
  }),
  undertaking_stands: (n) => ({
    zh: `${n} 个已提交的项目确认的是原来的文字`,
    en: `Projects handed in under the earlier wording: ${n}`,
  }),
  sessions_follow: (n) => ({
    zh: `${n} 个筹备中的场次改用新的规则`,
    en: `Sessions still being set up that take it over: ${n}`,
  }),
  sessions_keep: (n) => ({
    zh: `${n} 个已安排的场次保持原来的设置`,
    en: `Sessions already planned that keep theirs: ${n}`,
  }),
  sessions_differ: (n) => ({
    zh: `${n} 个已开始的场次仍显示原来的文字`,
    en: `Sessions already begun that keep the earlier words: ${n}`,
  }),
  deadline_moves: (n) => ({ zh: `${n} 份草稿的截止时间随之改变`, en: `Drafts whose deadline moves: ${n}` }),
  registration_reopens: () => ({
    zh: '报名重新开启：可以新建项目，草稿可以在新的截止时间前提交',
    en: 'Registration opens again: projects may be begun, and drafts handed in until the new end',
  }),
  sessions_without: (n) => ({
    zh: `${n} 个场次或评审已开始，此后提交的项目不在其中`,
    en: `Sessions and reviews already begun, without what is handed in from now on: ${n}`,
  }),
  gallery_opens: (n) => ({
    zh: `${n} 个已提交的项目在结果公布后向公众展示，申报人选择不展示的除外`,
    en: `Projects handed in that the public finds once their result is published, unless their entrants keep them out: ${n}`,
  }),
  gallery_closes: (n) => ({
    zh: `${n} 个已提交的项目无论结果公布与否都不再向公众展示`,
    en: `Projects handed in that the public finds no more, published or not: ${n}`,
  }),
  grace_moves: (n) => ({
    zh: `${n} 份草稿在截止后的宽限时间随之改变`,
    en: `Drafts whose time of grace after the deadline changes: ${n}`,
  }),
  schedule_moves: (n) => ({
    zh: `${n} 个项目的参赛者看到的日程随之改变，系统不会逐一通知`,
    en: `Projects whose entrants find another schedule, and are not told one by one: ${n}`,
  }),
  corrections_keep: (n) => ({
    zh: `${n} 个退回补正中的项目保持已告知的补正期限`,
    en: `Projects out for a correction that keep the deadline they were told: ${n}`,
  }),
  appeals_keep: (n) => ({
    zh: `${n} 个未通过的项目保持已告知的申诉期限`,
    en: `Rejected projects that keep the time to appeal they were told: ${n}`,
  }),
  zone_moves: (n) => ({
    zh: `${n} 个阶段的时间按新时区显示，时刻不变`,
    en: `Stages told in the new zone, at the same instants: ${n}`,
  }),
  notices_keep: (n) => ({
    zh: `${n} 份已发布的公示仍按发布时的天数`,
    en: `Notices already published that keep their days: ${n}`,
  }),
  notices_headed: (n) => ({
    zh: `${n} 份已发布的公示保持发布时的名称和时区`,
    en: `Notices already published that keep the names and the zone they were published with: ${n}`,
  }),
  decision_keeps: () => ({
    zh: '尚未公布的晋级决定保持原来的方案',
    en: 'The decision not yet published keeps the plan it was made with',
  }),
  plan_follows: () => ({
    zh: '本阶段尚未决定晋级，决定时从新的规则开始',
    en: 'Nobody was decided on yet; the decision starts from the new rules',
  }),
  decisions_worded: (n) => ({
    zh: `${n} 个已作出的决定仍按当时告知的文字显示`,
    en: `Decisions already made that keep the words their entrants were told: ${n}`,
  }),
  judges_renamed: (n) => ({
    zh: `${n} 位专家或评委改显新名称`,
    en: `Experts and seats shown with the new name: ${n}`,
  }),
  judges_accept_again: (n) => ({
    zh: `${n} 位评委已接受原来的文字，须重新接受；此前的记录保留`,
    en: `Judges who accepted the earlier wording and are asked again; what they accepted is kept: ${n}`,
  }),
};

/** So many of those that an effect concerns are named. */
const NAMED = 5;

export function effectWords({ code, count, names = [] }: Omit<Effect, 'path'>): LocalText {
  const { zh, en } = EFFECT_WORDS[code](count);
  if (names.length === 0) return { zh, en };
  const [named, more] = [names.slice(0, NAMED), names.length > NAMED];
  return {
    zh: `${zh}：${named.map((one) => one.zh).join('、')}${more ? '等' : ''}`,
    en: `${en} (${named.map((one) => one.en).join(', ')}${more ? ', …' : ''})`,
  };
}
