import { Injectable } from '@nestjs/common';
import { SecretBox } from '../database/personal/secret-box.js';
import type { NoticeParams } from './notice.template.js';

/** What a notice is made of, and nobody but its reader may see. */
export interface NoticeContent {
  /** Empty in the inbox. */
  address: string;
  params: NoticeParams;
}

/** Keeps addresses and parameters of notices unreadable to who holds the database alone. */
@Injectable()
export class NoticeSeal {
  constructor(private readonly box: SecretBox) {}

  seal(id: string, content: NoticeContent): string {
    return this.box.seal(Buffer.from(JSON.stringify(content)), `notice:${id}`);
  }

  open(id: string, sealed: string): NoticeContent {
    return JSON.parse(this.box.open(sealed, `notice:${id}`).toString('utf8')) as NoticeContent;
  }
}
