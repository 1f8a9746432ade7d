/**
 * A name as a public notice 公示 shows it: enough for who knows the person, too little to find a stranger by. A Chinese
 * name keeps its first sign, and from three signs on its last; of a name in another script each word keeps its first letter.
 * A name of one sign shows nothing.
 * Source: published notices of municipal contests, which print 张*丰 and J*** S****; PIPL article 51 asks for it.
 */
export function maskName(name: string): string {
  const text = name.trim();
  if ([...text].length === 1) return '*';
  if (!/\p{Script=Han}/u.test(text))
    return text
      .split(/\s+/)
      .map((word) => {
        const [first = '', ...rest] = word;
        return first + '*'.repeat(rest.length);
      })
      .join(' ');
  const signs = [...text];
  if (signs.length === 2) return `${signs[0]}*`;
  return signs[0] + '*'.repeat(signs.length - 2) + signs.at(-1);
}
