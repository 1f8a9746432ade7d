const LINE = 36;
const FIRST_LINE_Y = 770;
const LEADING = 24;

/** UTF-16 in hexadecimal, as the encoding `UniGB-UCS2-H` reads it. */
const hex = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** Breaks a paragraph where a Latin letter takes half a place. */
function* lines(paragraph: string): Generator<string> {
  let line = '';
  let width = 0;
  for (const sign of paragraph) {
    line += sign;
    width += sign.codePointAt(0)! < 0x2e80 ? 0.5 : 1;
    if (width < LINE || (/[\w’]/.test(sign) && width < LINE + 6)) continue;
    yield line.trimStart();
    line = '';
    width = 0;
  }
  if (line) yield line.trimStart();
}

/**
 * One page of text as a PDF of two kilobytes. Its Chinese font is one that every reader brings with it (ISO 32000-1
 * §9.7.5.2), so that thousands of papers of the demonstration need none of their own.
 */
export function demoPdf(title: string, paragraphs: readonly string[]): Buffer {
  const body = paragraphs.flatMap((paragraph) => [...lines(paragraph), '']);
  const content = [
    `BT /F1 16 Tf 64 ${FIRST_LINE_Y} Td ${hex([...title].slice(0, 28).join(''))} Tj ET`,
    ...body.slice(0, 28).map((line, index) => {
      const y = FIRST_LINE_Y - 48 - index * LEADING;
      return `BT /F1 12 Tf 64 ${y} Td ${hex(line)} Tj ET`;
    }),
  ].join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${Buffer.byteLength(content)}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000/W[1 95 500]>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
