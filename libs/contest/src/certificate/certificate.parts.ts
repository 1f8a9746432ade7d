import { Awards } from './awards.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateList } from './certificate.list.js';
import { CertificateNotices } from './certificate.notices.js';
import { CertificatePersonalData } from './certificate.personal-data.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateReader } from './certificate.reader.js';
import { CertificateService } from './certificate.service.js';
import { CertificateTasks } from './certificate.tasks.js';
import { CertificateTelling } from './certificate.telling.js';
import { RevocationService } from './revocation.service.js';

/** Certificates of awards, a part of the contest's module. */
export const CERTIFICATE_CONTROLLERS = [CertificateController];
export const CERTIFICATE_PROVIDERS = [
  Awards,
  CertificateList,
  CertificateNotices,
  CertificatePersonalData,
  CertificateQueries,
  CertificateReader,
  CertificateService,
  CertificateTasks,
  CertificateTelling,
  RevocationService,
];
