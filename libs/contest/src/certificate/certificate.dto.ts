import type { Locale, LocalText } from '@haishi/contracts';
import { ChoiceField, LineField, PageQuery, TextField, TextListField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import type { TiedToList } from '../public-notice/public-notice.dto.js';

export class CertificateQuery {
  @ChoiceField(['zh', 'en']) language: Locale;
}

export class RevokeCertificateInput {
  @TextField({ max: 500, description: 'Whoever checks the certificate reads it.' }) reason: string;
}

/** What a certificate says that may be put right where it is issued anew. */
export class ReissueInput {
  @LineField({ max: 200 }) title: string;
  @LineField({ max: 200 }) organisation: string;
  @TextListField({ max: 100, maxLength: 100, description: 'Who is named on it, in this order.' }) members: string[];
}

export type CertificateText = ReissueInput;

export class VerifyInput {
  @TextField({ max: 40, description: 'The check code, as printed.' }) code: string;
}

/** A certificate as its holders find it. */
export class CertificateView {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() award: LocalTextView;
  @ApiProperty() issuedAt: string;
  @ApiProperty({ type: String, nullable: true }) revokedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) revokeReason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The number of the one in whose place it was issued.' })
  replaces: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The number of the one that was issued in its place.' })
  replacedBy: string | null;
}

/** What anybody learns who holds the check code. Names are masked. */
export class VerifiedCertificate {
  @ApiProperty() number: string;
  @ApiProperty() edition: LocalTextView;
  @ApiProperty({ description: 'IANA name; its days are told in it.' }) timeZone: string;
  @ApiProperty() award: LocalTextView;
  @ApiProperty() division: LocalTextView;
  @ApiProperty() title: string;
  @ApiProperty() organisation: string;
  @ApiProperty({ type: [String] }) members: string[];
  @ApiProperty() issuedAt: string;
  @ApiProperty({ type: String, nullable: true }) revokedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) revokeReason: string | null;
  @ApiProperty({ type: String, nullable: true }) replaces: string | null;
  @ApiProperty({ type: String, nullable: true }) replacedBy: string | null;
}

/** A certificate as the organisers of its notice find it. */
export interface NoticeCertificateView extends CertificateView {
  title: string;
  organisation: string;
  division: LocalText;
  /** Whether the asking organiser has a tie to the project. */
  closed: boolean;
  /** Whether the project was struck off a notice, so that the certificate is to be revoked, and none issued anew. */
  struck: boolean;
}

export class CertificatesQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'A part of the number, the title or the organisation.' })
  q?: string;
}

/** The certificates of a notice, for its organisers. */
export interface NoticeCertificatesView {
  /** Listed projects that have none yet; 0 where the notice gives none. */
  missing: number;
  /** What the asking organiser has a tie to on the list; null where it is nothing. */
  tied: TiedToList | null;
  /** How many listed projects hold or held one. */
  issued: number;
  /** All that are to be revoked, since their project was struck off; they are in `certificates` as well. */
  toRevoke: NoticeCertificateView[];
  /** A part of those that are looked for. */
  certificates: NoticeCertificateView[];
  /** How many are looked for. */
  total: number;
  /** Where there are more. */
  next?: string;
}
