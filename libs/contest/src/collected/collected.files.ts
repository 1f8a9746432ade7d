import { FilePolicies } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** The purpose under which a list of collected projects is uploaded. */
export const COLLECTED_FILE = 'collected.import';
export const COLLECTED_FILE_BYTES = 10 * 1024 * 1024;

/** Declares what may be uploaded as a list of collected projects. */
@Injectable()
export class CollectedFiles implements OnModuleInit {
  constructor(private readonly policies: FilePolicies) {}

  onModuleInit(): void {
    this.policies.register({
      purpose: COLLECTED_FILE,
      maxBytes: COLLECTED_FILE_BYTES,
      types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      personal: true,
    });
  }
}
