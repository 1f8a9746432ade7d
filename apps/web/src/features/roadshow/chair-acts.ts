/** What the chair's acts bring about, in words that are needed once an act is begun. */
import { addMessages } from '@/app/i18n';
import * as chairActs from './texts/chair-acts.messages';

addMessages('chairActs', chairActs);
