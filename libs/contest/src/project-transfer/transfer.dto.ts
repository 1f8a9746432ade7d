import { MailField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';

export class OfferInput {
  @MailField({ description: 'Of an account, or of a core member.' }) mail: string;
}

/** The offer of a project that waits for its answer, as its owner sees it. */
export class OpenOfferView {
  @ApiProperty() id: string;
  @ApiProperty() mail: string;
  @ApiProperty({ type: String, format: 'date-time' }) offeredAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: Date;
  @ApiProperty({ description: 'IANA name of the edition’s zone.' }) timeZone: string;
}

/** Somebody who had the project and goes on reading it. */
export class FormerReaderView {
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'When they passed it on.' }) since: Date;
}

export class ProjectOffersView {
  @ApiProperty({ description: 'Whether the project may be offered to somebody now.' }) may: boolean;
  @ApiProperty({ type: OpenOfferView, nullable: true }) offer: OpenOfferView | null;
  @ApiProperty({ type: [FormerReaderView] }) readers: FormerReaderView[];
}

/** A project that was offered to who asks. Nothing of its content. */
export class OfferToMeView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty() edition: LocalTextView;
  @ApiProperty() from: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: Date;
  @ApiProperty({ description: 'IANA name of the edition’s zone.' }) timeZone: string;
}

export class TakenView {
  @ApiProperty() projectId: string;
}
