import { GalleryController } from './gallery.controller.js';
import { GalleryQueries } from './gallery.queries.js';
import { GalleryReader } from './gallery.reader.js';
import { GalleryService } from './gallery.service.js';

/** The public gallery of an edition's projects, a part of the contest's module. */
export const GALLERY_CONTROLLERS = [GalleryController];
export const GALLERY_PROVIDERS = [GalleryQueries, GalleryReader, GalleryService];
