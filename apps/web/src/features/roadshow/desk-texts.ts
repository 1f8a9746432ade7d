/** The texts of the judge's desk, which the chair's desk in the same folder does without. */
import { addMessages } from '@/app/i18n';
import * as desk from './texts/desk.messages';

addMessages('desk', desk);
