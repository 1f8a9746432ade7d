import { Persons } from '@haishi/identity';
import { type NoticeParams, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProjectQueries } from '../project/project.queries.js';
import type { Certificate } from './certificate.entity.js';

const channels = ['mail', 'inbox'] as const;
const path = '/projects/{projectId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'certificate.issued',
    channels,
    path,
    zh: {
      subject: '荣誉证书已颁发：{award}',
      text: '您好：\n\n您的项目“{title}”荣获“{edition}”{award}，证书编号 {number}。\n\n可在项目页面下载中文和英文证书。',
    },
    en: {
      subject: 'Your certificate is ready: {award}',
      text: 'Your project “{title}” has won {award} in “{edition}”. The certificate’s number is {number}.\n\nIt can be downloaded in Chinese and in English from the page of the project.',
    },
  },
  {
    name: 'certificate.reissued',
    channels,
    path,
    zh: {
      subject: '荣誉证书已补发：{number}',
      text: '您好：\n\n您的项目“{title}”的荣誉证书（{award}）已补发，新证书编号 {number}，代替已撤销的 {replaces}。\n\n可在项目页面下载中文和英文证书。',
    },
    en: {
      subject: 'Your certificate was issued anew: {number}',
      text: 'The certificate of your project “{title}” ({award}) was issued anew. Its number is {number}; it takes the place of {replaces}, which was revoked.\n\nIt can be downloaded in Chinese and in English from the page of the project.',
    },
  },
  {
    name: 'certificate.revoked',
    channels,
    path,
    zh: {
      subject: '荣誉证书已撤销：{number}',
      text: '您好：\n\n您的项目“{title}”的证书（编号 {number}）已撤销。\n\n原因：{reason}',
    },
    en: {
      subject: 'Certificate revoked: {number}',
      text: 'The certificate of your project “{title}” (number {number}) was revoked.\n\nReason: {reason}',
    },
  },
];

/** What an entrant is told of a certificate, by mail and in the inbox. */
@Injectable()
export class CertificateNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly projects: ProjectQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  issued(work: Work, certificate: Certificate): Promise<void> {
    const { edition, award } = certificate.content;
    return this.tell(work, certificate, 'certificate.issued', { edition, award });
  }

  reissued(work: Work, certificate: Certificate, replaces: string): Promise<void> {
    const { award } = certificate.content;
    return this.tell(work, certificate, 'certificate.reissued', { award, replaces });
  }

  revoked(work: Work, certificate: Certificate, reason: string): Promise<void> {
    return this.tell(work, certificate, 'certificate.revoked', { reason });
  }

  private async tell(work: Work, certificate: Certificate, template: string, params: NoticeParams): Promise<void> {
    const { id, projectId, number, content } = certificate;
    const project = await this.projects.find(projectId);
    const person = project && (await this.persons.byId(project.ownerId));
    if (!person) return;
    await this.notices.send(work, {
      template,
      to: { personId: person.id, mail: person.mail, locale: person.locale },
      params: { ...params, projectId, number, title: content.title },
      key: `${template}:${id}`,
    });
  }
}
