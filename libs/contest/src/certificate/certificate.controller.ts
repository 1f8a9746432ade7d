import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor, LIST_ANSWER, ListQuery, Public, sendList } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CertificateQuery,
  CertificatesQuery,
  type CertificateText,
  CertificateView,
  type NoticeCertificatesView,
  ReissueInput,
  RevokeCertificateInput,
  VerifiedCertificate,
  VerifyInput,
} from './certificate.dto.js';
import { CertificateList } from './certificate.list.js';
import { CertificateReader } from './certificate.reader.js';
import { CertificateService } from './certificate.service.js';
import { RevocationService } from './revocation.service.js';

const PDF = 'application/pdf';

/** Certificates of awards. */
@ApiTags('certificates')
@Controller()
export class CertificateController {
  constructor(
    private readonly service: CertificateService,
    private readonly revocation: RevocationService,
    private readonly reader: CertificateReader,
    private readonly list: CertificateList,
  ) {}

  @Post('certificates/verify')
  @HttpCode(200)
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: VerifiedCertificate })
  verify(@Body() { code }: VerifyInput): Promise<VerifiedCertificate> {
    return this.reader.verify(code);
  }

  @Get('certificates/:id/pdf')
  @Access('project.own', 'edition.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } })
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { language }: CertificateQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.reader.pdf(actor, id, language);
    return new StreamableFile(bytes, { type: PDF, disposition: attachmentHeader(name), length: bytes.length });
  }

  @Get('projects/:project/certificates')
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [CertificateView] })
  ofProject(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<CertificateView[]> {
    return this.reader.ofProject(actor, project);
  }

  @Get('public-notices/:notice/certificates')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  ofNotice(
    @CurrentActor() actor: Actor,
    @Param('notice') notice: string,
    @Query() query: CertificatesQuery,
  ): Promise<NoticeCertificatesView> {
    return this.reader.ofNotice(actor, notice, query);
  }

  @Get('public-notices/:notice/certificates/export')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('notice') notice: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.list.file(actor, notice, format));
  }

  @Post('public-notices/:notice/certificates')
  @Access('edition.manage')
  async issue(@CurrentActor() actor: Actor, @Param('notice') notice: string): Promise<{ issued: number }> {
    return { issued: await this.service.issue(actor, notice) };
  }

  @Get('certificates/:id/text')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  text(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CertificateText> {
    return this.revocation.text(actor, id);
  }

  @Post('certificates/:id/reissue')
  @Access('edition.manage')
  async reissue(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReissueInput,
  ): Promise<{ id: string }> {
    return { id: await this.revocation.reissue(actor, id, body) };
  }

  @Post('certificates/:id/revoke')
  @HttpCode(204)
  @Access('edition.manage')
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: RevokeCertificateInput,
  ): Promise<void> {
    return this.revocation.revoke(actor, id, reason);
  }
}
