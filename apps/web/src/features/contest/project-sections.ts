export const SECTIONS = ['basics', 'team', 'answers', 'materials', 'undertaking', 'review'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The section of the form in which a field stands. */
export function sectionOf(field: string): SectionName {
  const head = field.split('.')[0];
  if (head === 'members') return 'team';
  if (head === 'answers') return 'answers';
  if (head === 'materials') return 'materials';
  if (head === 'undertaking') return 'undertaking';
  return 'basics';
}

/** Brings the section of a field into view, and its the control of the field, or else the first that is in error, into focus. */
export function findField(field: string): void {
  const section = document.getElementById(sectionOf(field));
  section?.scrollIntoView();
  const own = `[data-field="${CSS.escape(field)}"]`;
  const target =
    section?.querySelector<HTMLElement>(`${own} input, ${own} select, ${own} textarea, ${own} button`) ??
    section?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    section?.querySelector<HTMLElement>('input, select, textarea, button');
  target?.focus({ preventScroll: true });
}
