import type { LocalText } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** What a certificate says, as it was issued. */
export interface CertificateContent {
  edition: LocalText;
  /** IANA name of the edition's zone, in which the day of issue is told; Beijing's where it is not said. */
  timeZone?: string;
  award: LocalText;
  division: LocalText;
  title: string;
  organisation: string;
  /** Core members of the team, in its order. */
  members: string[];
}

/** In which zone a certificate is dated. */
export const zoneOf = ({ timeZone }: CertificateContent): string => timeZone ?? 'Asia/Shanghai';

/** A certificate 荣誉证书 of an award. What it says is never changed; it can be revoked, and another be issued in its place. */
@Entity('certificates')
@Index('uq_certificates_serial', ['editionId', 'serial'], { unique: true })
@Index('ix_certificates_notice', ['noticeId', 'projectId'])
@Index('uq_certificates_replaces', ['replacesId'], { unique: true })
@Index('uq_certificates_code', ['code'], { unique: true })
@Index('ix_certificates_project', ['projectId'])
export class Certificate {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  /** The notice whose list it rests on. */
  @RefColumn() noticeId: string;
  @RefColumn() projectId: string;
  /** From 1, within the edition. */
  @IntColumn() serial: number;
  /** The revoked one in whose place it was issued; null for the first of its project. */
  @RefColumn({ nullable: true }) replacesId: string | null;
  @TextColumn(40) number: string;
  @TextColumn(16) code: string;
  @JsonColumn() content: CertificateContent;
  @InstantColumn() issuedAt: Date;
  @TextColumn(64) issuedBy: string;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  @TextColumn(64, { nullable: true }) revokedBy: string | null;
  @TextColumn(500, { nullable: true }) revokeReason: string | null;
}
