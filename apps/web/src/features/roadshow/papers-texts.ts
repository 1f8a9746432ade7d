/** The texts of a session's papers, which stand on the desk and on the set-up page. */
import { addMessages } from '@/app/i18n';
import * as papers from './texts/papers.messages';

addMessages('papers', papers);
