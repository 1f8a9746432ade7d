const DIRECTORY_SIGNATURE = Buffer.from('PK\x01\x02', 'latin1');

/** An archive that says of one of its files that it inflates to `size` bytes, whatever it holds. */
export function declaring(archive: Buffer, name: string, size: number): Buffer {
  const forged = Buffer.from(archive);
  for (let at = forged.indexOf(DIRECTORY_SIGNATURE); at >= 0; at = forged.indexOf(DIRECTORY_SIGNATURE, at + 4)) {
    const length = forged.readUInt16LE(at + 28);
    if (forged.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    forged.writeUInt32LE(size, at + 24);
    return forged;
  }
  throw new Error(`the archive has no ${name}`);
}
