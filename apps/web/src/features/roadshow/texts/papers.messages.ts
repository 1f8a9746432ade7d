export const zh = {
  title: '纸质材料与数据',
  text: '含未公布的分数，仅限组织者与组长；每次下载都有记录。',
  'draw-record': '抽签记录（PDF）',
  'blank-sheets': '空白评分表（PDF）',
  'score-sheets': '评分表（PDF）',
  summary: '成绩汇总表（PDF）',
  results: '成绩清单',
  workbook: '全部数据（XLSX）',
  'event-log': '事件记录（JSONL）',
};

export const en: typeof zh = {
  title: 'Papers and data',
  text: 'They hold scores that are not shown yet: for organisers and the chair alone. Every download is recorded.',
  'draw-record': 'Record of the draw (PDF)',
  'blank-sheets': 'Blank sheets (PDF)',
  'score-sheets': 'Score sheets (PDF)',
  summary: 'Summary (PDF)',
  results: 'List of results',
  workbook: 'Everything (XLSX)',
  'event-log': 'Event log (JSONL)',
};
