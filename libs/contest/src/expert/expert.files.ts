import { FilePolicies } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** The purpose under which a list of experts is uploaded. */
export const EXPERT_FILE = 'expert.import';
export const EXPERT_FILE_BYTES = 5 * 1024 * 1024;

/** Declares what may be uploaded as a list of experts. */
@Injectable()
export class ExpertFiles implements OnModuleInit {
  constructor(private readonly policies: FilePolicies) {}

  onModuleInit(): void {
    this.policies.register({
      purpose: EXPERT_FILE,
      maxBytes: EXPERT_FILE_BYTES,
      types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      personal: true,
    });
  }
}
