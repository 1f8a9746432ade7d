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

  issued(work: Work, certificates: readonly Certificate[]): Promise<void> {
    return this.tell(work, 'certificate.issued', certificates, ({ content: { edition, award } }) => ({
      edition,
      award,
    }));
  }

  reissued(work: Work, certificate: Certificate, replaces: string): Promise<void> {
    const { award } = certificate.content;
    return this.tell(work, 'certificate.reissued', [certificate], () => ({ award, replaces }));
  }

  revoked(work: Work, certificate: Certificate, reason: string): Promise<void> {
    return this.tell(work, 'certificate.revoked', [certificate], () => ({ reason }));
  }

  private async tell(
    work: Work,
    template: string,
    certificates: readonly Certificate[],
    particulars: (certificate: Certificate) => NoticeParams,
  ): Promise<void> {
    const projects = await this.projects.byIds(certificates.map(({ projectId }) => projectId));
    const owners = await this.persons.byIds([...projects.values()].map(({ ownerId }) => ownerId));
    await this.notices.sendAll(
      work,
      certificates.flatMap((certificate) => {
        const { id, projectId, number, content } = certificate;
        const person = owners.get(projects.get(projectId)?.ownerId ?? '');
        if (!person) return [];
        return {
          template,
          to: { personId: person.id, mail: person.mail, locale: person.locale },
          params: { ...particulars(certificate), projectId, number, title: content.title },
          key: `${template}:${id}`,
        };
      }),
    );
  }
}
