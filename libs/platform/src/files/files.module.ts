import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../http/actor-context.js';
import { Schedule } from '../jobs/schedule.js';
import { BareFiles } from './bare-files.js';
import { FileController } from './file.controller.js';
import { FileAccess, FilePolicies } from './file-policies.js';
import { FileStorage } from './file-storage.js';
import { FilesService } from './files.service.js';
import { TusServer } from './upload/tus-server.js';
import { UploadController } from './upload/upload.controller.js';
import { Uploads } from './upload/uploads.js';

const SWEEP_SECONDS = 600;

/** Resumable upload, checks of what really arrived, storage and download. */
@Global()
@Module({
  controllers: [UploadController, FileController],
  providers: [FilePolicies, FileAccess, FileStorage, FilesService, BareFiles, Uploads, TusServer],
  exports: [FilePolicies, FileAccess, FileStorage, FilesService, BareFiles, Uploads],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly schedule: Schedule,
    private readonly files: FilesService,
    private readonly uploads: Uploads,
  ) {}

  onModuleInit(): void {
    this.schedule.every(SWEEP_SECONDS, 'files.sweep', async () => {
      await this.uploads.sweep(new Date());
      await this.files.removeExpired(systemActor('files'), new Date());
    });
  }
}
