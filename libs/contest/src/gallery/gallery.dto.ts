import { BoolField, PageQuery, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView, NamedView } from '../edition/edition.dto.js';

export class GalleryQuery extends PageQuery {
  @TextField({ max: 12, optional: true }) division?: string;
  @TextField({ max: 12, optional: true, description: 'Of that division.' }) field?: string;
  @TextField({ max: 12, optional: true }) region?: string;
  @TextField({ max: 12, optional: true }) award?: string;
  @TextField({ max: 100, optional: true, description: 'A part of the title or of the organisation.' }) q?: string;
}

/** What anybody may know of a project; nothing of its people. */
export class GalleryItem {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Its beginning, in a list.' }) summary: string;
  @ApiProperty() organisation: string;
  @ApiProperty() division: LocalTextView;
  @ApiProperty() region: LocalTextView;
  @ApiProperty({ description: 'The furthest stage of which something is published.' }) stage: LocalTextView;
  @ApiProperty({ type: LocalTextView, nullable: true }) award: LocalTextView | null;
}

export class FacetValueView extends NamedView {
  @ApiProperty({
    type: 'integer',
    description: 'How many there would be, were it chosen and everything else that is asked left as it is.',
  })
  count: number;
}

export class GalleryPage {
  @ApiProperty() edition: NamedView;
  @ApiProperty({ type: [FacetValueView] }) divisions: FacetValueView[];
  @ApiProperty({ type: [FacetValueView], description: 'Of the division asked for.' }) fields: FacetValueView[];
  @ApiProperty({ type: [FacetValueView] }) regions: FacetValueView[];
  @ApiProperty({ type: [FacetValueView], description: 'Those that somebody in the gallery won.' })
  awards: FacetValueView[];
  @ApiProperty({ type: [GalleryItem] }) items: GalleryItem[];
  @ApiProperty({ required: false }) next?: string;
  @ApiProperty() total: number;
}

export class GalleryProject extends GalleryItem {
  @ApiProperty() edition: NamedView;
}

/** A gallery in which there is something to see. */
export class GalleryBrief {
  @ApiProperty() edition: NamedView;
  @ApiProperty({ type: 'integer', description: 'Projects in it.' }) projects: number;
}

export class GalleryChoiceInput {
  @BoolField({ description: 'Whether it may be shown.' }) listed: boolean;
}

export class GalleryChoiceView {
  @ApiProperty({ description: 'Whether the edition opens a gallery.' }) open: boolean;
  @ApiProperty({ description: 'Whether its entrant lets it be shown.' }) listed: boolean;
  @ApiProperty({ description: 'Whether it is shown now.' }) shown: boolean;
  @ApiProperty({ description: 'Whether its entrant may decide otherwise.' }) mayChange: boolean;
}
