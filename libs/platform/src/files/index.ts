export { FILE_TYPES, type FileType } from './content/file-types.js';
export { FileView } from './file.dto.js';
export { type FileState, StoredFile } from './file.entity.js';
export { attachmentHeader } from './file.rules.js';
export { FileAccess, FilePolicies, type FilePolicy, type FileVoter } from './file-policies.js';
export { FileStorage } from './file-storage.js';
export { FilesModule } from './files.module.js';
export { FilesService, type FileUse, type MadeFile } from './files.service.js';
export { Uploads } from './upload/uploads.js';
