/** The texts of the list of sessions, which stands on pages of other features. */
import { addMessages } from '@/app/i18n';
import * as liveSessions from './texts/live-sessions.messages';

addMessages('liveSessions', liveSessions);
