import { isoIn } from '@haishi/kernel';
import { attachmentHeader } from '@haishi/platform';
import { StreamableFile } from '@nestjs/common';

type File = Readonly<Record<string, unknown>>;

/** An edition's file as people read it: a line for each fact, moments as clocks in the edition's zone show them. */
export function readableEditionFile(file: File): string {
  const zone = String(file['timeZone']);
  const zoned = (text: unknown) => (typeof text === 'string' ? isoIn(zone, new Date(text)) : text);
  const stages = (file['stages'] as File[]).map((stage) => ({
    ...stage,
    opensAt: zoned(stage['opensAt']),
    closesAt: zoned(stage['closesAt']),
  }));
  return `${JSON.stringify({ ...file, stages }, null, 2)}\n`;
}

/** The file as a download called by the edition's code, and by the `version` where it is one that was kept. */
export function sendEditionFile(file: File, version?: number): StreamableFile {
  const bytes = Buffer.from(readableEditionFile(file));
  return new StreamableFile(bytes, {
    type: 'application/json; charset=utf-8',
    disposition: attachmentHeader(`${String(file['code'])}${version === undefined ? '' : `-v${version}`}.json`),
    length: bytes.length,
  });
}
