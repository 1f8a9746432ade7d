import { FilePolicies } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** The purpose under which a list of graduates is uploaded. */
export const INVITATION_FILE = 'invitation.import';
export const INVITATION_FILE_BYTES = 5 * 1024 * 1024;

/** Declares what may be uploaded as a list of graduates. */
@Injectable()
export class InvitationFiles implements OnModuleInit {
  constructor(private readonly policies: FilePolicies) {}

  onModuleInit(): void {
    this.policies.register({
      purpose: INVITATION_FILE,
      maxBytes: INVITATION_FILE_BYTES,
      types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      personal: true,
    });
  }
}
