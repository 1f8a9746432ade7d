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

const CONTROL = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)';

/** Brings a field into view and its control into focus; the section where it stands, if the field is not on the page. */
export function findField(field: string): void {
  const place = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const control = place?.querySelector<HTMLElement>(CONTROL);
  const section = document.getElementById(sectionOf(field));
  if (place && control) place.scrollIntoView({ block: 'center' });
  else section?.scrollIntoView();
  (control ?? section?.querySelector<HTMLElement>(CONTROL))?.focus({ preventScroll: true });
}
