/** The texts of the chair's desk, which the judge's desk in the same folder does without. */
import { addMessages } from '@/app/i18n';
import * as chair from './texts/chair.messages';

addMessages('chair', chair);
