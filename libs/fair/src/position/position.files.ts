import { FilePolicies } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { POSITION_FILE, POSITION_FILE_BYTES } from './position-import.service.js';

/** Declares what may be uploaded as a file of positions. */
@Injectable()
export class PositionFiles implements OnModuleInit {
  constructor(private readonly policies: FilePolicies) {}

  onModuleInit(): void {
    this.policies.register({
      purpose: POSITION_FILE,
      maxBytes: POSITION_FILE_BYTES,
      types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      personal: true,
    });
  }
}
