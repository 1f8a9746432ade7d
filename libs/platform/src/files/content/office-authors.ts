/** Parts in which notes, changes and locks name who made them. */
const NAMING =
  /^(word\/[^/]+|xl\/(comments[^/]*|workbook|(persons|revisions|threadedComments)\/[^/]+)|ppt\/(commentAuthors|authors))\.xml$/i;
/** Parts in which a name is what an author is called. */
const OF_AUTHORS = /^ppt\/(commentAuthors|authors)\.xml$/i;
const TAG = /<(?:"[^"]*"|'[^']*'|[^<>"'])*>/g;
const MADE_BY =
  /(\s(?:[\w.-]+:)?(?:author|initials|userName|displayName|userId|providerId))\s*=\s*(?:"[^"]*"|'[^']*')/g;
const NAME = /(\sname)\s*=\s*(?:"[^"]*"|'[^']*')/g;
const AUTHOR_ELEMENT = /(<(?:\w+:)?author>)[^<]*/g;
/** A tag that is longer is none. */
const LONGEST_TAG = 64 << 10;

/** Whether a part of an Office document names authors. */
export const namesAuthors = (part: string): boolean => NAMING.test(part);

/** The text of such a part piece by piece, byte for byte but for the names, which are emptied. */
export async function* withoutAuthors(part: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = '';
  for await (const chunk of chunks) {
    held += chunk.toString('latin1');
    const cut = held.lastIndexOf('<');
    const open = cut !== -1 && held.length - cut < LONGEST_TAG ? cut : held.length;
    yield Buffer.from(emptied(part, held.slice(0, open)), 'latin1');
    held = held.slice(open);
  }
  yield Buffer.from(emptied(part, held), 'latin1');
}

function emptied(part: string, text: string): string {
  const isOfAuthors = OF_AUTHORS.test(part);
  return text
    .replace(TAG, (tag) => {
      const without = tag.replace(MADE_BY, '$1=""');
      return isOfAuthors ? without.replace(NAME, '$1=""') : without;
    })
    .replace(AUTHOR_ELEMENT, '$1');
}
