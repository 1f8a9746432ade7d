/** A deadline as messages name it: to the second, in the edition's zone. */
export function deadlineText(instant: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return `${text} (${timeZone})`;
}
