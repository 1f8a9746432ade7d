import type { ErrorCatalogue } from './catalogue.js';

export const CERTIFICATE_ERRORS = {
  'certificate.not_concluded': {
    kind: 'conflict',
    zh: '获奖名单的公示办结之后才能颁发证书。',
    en: 'Certificates are issued once the public notice of the awards is concluded.',
  },
  'certificate.no_list': {
    kind: 'conflict',
    zh: '获奖名单的公示办结之后才有获奖与证书名单。',
    en: 'There is a list of awards and certificates once the public notice of the awards is concluded.',
  },
  'certificate.nothing_to_issue': {
    kind: 'conflict',
    zh: '名单上的项目都已有证书。',
    en: 'Every listed project has its certificate already.',
  },
  'certificate.conflict': {
    kind: 'forbidden',
    zh: '您与该项目有利害关系，其证书由其他组织者处理。',
    en: 'You have a tie to this project; its certificate is left to other organisers.',
  },
  'certificate.not_revoked': {
    kind: 'conflict',
    zh: '这份证书仍然有效。请先撤销并写明原因，再补发。',
    en: 'This certificate is still valid. Revoke it with the reason first; another can be issued in its place then.',
  },
  'certificate.struck': {
    kind: 'conflict',
    zh: '项目已因异议成立被取消资格，不能补发证书。',
    en: 'The project was struck off after an objection, so that no certificate can be issued to it.',
  },
  'certificate.replaced': {
    kind: 'conflict',
    zh: '这份证书已经补发过。',
    en: 'Another certificate was issued in place of this one already.',
  },
  'certificate.revoked': {
    kind: 'conflict',
    zh: '这份证书已经撤销。',
    en: 'This certificate was revoked.',
  },
  'certificate.unknown_code': {
    kind: 'not_found',
    zh: '没有这个校验码对应的证书，请核对证书上的校验码。',
    en: 'There is no certificate with this check code. Please compare it with the one on the paper.',
  },
} as const satisfies ErrorCatalogue;
