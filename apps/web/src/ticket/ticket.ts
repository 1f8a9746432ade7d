/**
 * The ticket page: no framework, small, and readable without a network once it was opened. The link's token comes in the
 * fragment, leaves the address at once, and reaches the server by POST alone.
 */
import { forget, keep, type KeptTicket, readKept, type Ticket } from './kept-ticket';
import { TICKET_TEXTS, ticketLanguage } from './ticket.texts';

const language = ticketLanguage();
const text = TICKET_TEXTS[language];
const part = (id: string) => document.getElementById(id)!;
const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
const keptAt = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

function say(id: string, words: string): void {
  part(id).textContent = words;
  part(id).hidden = words === '';
}

function show({ number, holderName, kind, event, qr }: Ticket): void {
  const code = new DOMParser().parseFromString(qr, 'image/svg+xml').documentElement;
  part('qr').replaceChildren(document.importNode(code, true));
  part('qr').setAttribute('aria-label', text.code);
  const name = language === 'zh' ? event.nameZh : event.nameEn;
  say('event', name);
  document.title = `${text.title} · ${name}`;
  say('number', number);
  const role = kind in text.kinds ? text.kinds[kind as keyof typeof text.kinds] : '';
  say('holder', [holderName, role].filter(Boolean).join(' · '));
  say('when-label', text.when);
  say('when', hoursOf(event));
  say('place-label', text.place);
  say('place', language === 'zh' ? event.placeZh : event.placeEn);
  part('ticket').hidden = false;
}

/** By the clocks of the fair, which are named; a ticket that was kept before they were told is of Beijing's. */
function hoursOf({ opensAt, closesAt, timeZone = 'Asia/Shanghai' }: Partial<Ticket['event']>): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const named = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  const zone = timeZone === 'Asia/Shanghai' ? text.zone : named.find(({ type }) => type === 'timeZoneName')?.value;
  return `${format.formatRange(new Date(opensAt!), new Date(closesAt!))} (${zone ?? timeZone})`;
}

type Fetched = { ticket: Ticket } | { refused: string } | { passing: string };

async function fetchTicket(token: string): Promise<Fetched> {
  let answer: Response;
  try {
    answer = await fetch('/api/v1/attendance/tickets/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify({ token }),
    });
  } catch {
    return { passing: text.unreachable };
  }
  if (answer.ok) return { ticket: (await answer.json()) as Ticket };
  if (answer.status === 429 || answer.status >= 500) return { passing: text.failed };
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
  return { refused: problem.detail ?? text.failed };
}

/** Whether the page itself is kept for the time without a network; it is not where the browser knows no way to. */
let pageKept = false;

async function open(token: string, kept: KeptTicket | undefined): Promise<void> {
  part('retry').hidden = true;
  if (kept) show(kept.ticket);
  else say('message', text.loading);
  const fetched = await fetchTicket(token);
  if ('ticket' in fetched) {
    keep({ token, ticket: fetched.ticket, at: Date.now() });
    show(fetched.ticket);
    say('message', '');
    say('kept', pageKept ? text.kept : '');
  } else if ('refused' in fetched) {
    if (kept) forget();
    part('ticket').hidden = true;
    say('kept', '');
    say('message', fetched.refused);
  } else if (kept) say('kept', text.keptAt.replace('{time}', keptAt.format(kept.at)));
  else {
    say('message', fetched.passing);
    part('retry').hidden = false;
  }
}

function start(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = text.title;
  say('event', text.title);
  part('retry').textContent = text.retry;
  const linked = location.hash.slice(1);
  if (linked !== '') history.replaceState(null, '', location.pathname);
  const before = readKept();
  const token = linked || before?.token;
  if (token === undefined) return say('message', text.missing);
  const again = () => {
    const held = readKept();
    return open(token, held?.token === token ? held : undefined);
  };
  part('retry').addEventListener('click', () => void again());
  addEventListener('online', () => void again());
  void again();
  void navigator.serviceWorker?.register('/ticket-worker.js', { scope: '/ticket' }).catch(() => undefined);
  void navigator.serviceWorker?.ready.then(() => {
    pageKept = true;
    if (!part('ticket').hidden && part('kept').hidden) say('kept', text.kept);
  });
}

start();
