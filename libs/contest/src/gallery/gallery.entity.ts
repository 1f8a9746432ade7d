import { InstantColumn, KeyColumn, TextColumn } from '@haishi/platform';
import { Entity } from 'typeorm';

/** A project whose entrant wants it in no gallery. */
@Entity('gallery_refusals')
export class GalleryRefusal {
  @KeyColumn(36) projectId: string;
  @InstantColumn() at: Date;
  @TextColumn(64) byId: string;
}
