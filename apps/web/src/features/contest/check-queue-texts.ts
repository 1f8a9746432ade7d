/** The texts of the checkers' queue, which the public pages of the same folder do without. */
import { addMessages } from '@/app/i18n';
import * as checkQueue from './texts/check-queue.messages';

addMessages('check-queue', checkQueue);
