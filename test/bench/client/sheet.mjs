import { randomUUID } from 'node:crypto';
import { requestText } from './connection.mjs';

/** A judge's sheet for an entry as the browser sends it: an answer is read as it comes, Chinese words in escapes. */
export function sheetRequest({ judge, entryId, revision, scores, comment }) {
  const body = JSON.stringify({ sheetKey: randomUUID(), revision, scores, comment }).replaceAll(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const headers = {
    'content-type': 'application/json',
    cookie: `haishi_session=${judge.token}`,
    'sec-fetch-site': 'same-origin',
  };
  return requestText('PUT', `/api/v1/sessions/${judge.sessionId}/entries/${entryId}/sheet`, headers, body);
}

/** Sound scores that differ from `number` to `number`. */
export function scoresOf(number) {
  return {
    TECH: 1500 + 50 * (number % 29),
    MARKET: 1200 + 50 * (number % 23),
    TEAM: 900 + 50 * (number % 19),
    FINANCE: 400 + 50 * (number % 11),
    LANDING: 700 + 50 * (number % 13),
  };
}
