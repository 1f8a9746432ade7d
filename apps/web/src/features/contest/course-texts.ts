/** The texts of a project's way through its edition, which the public pages of the same folder do without. */
import { addMessages } from '@/app/i18n';
import * as course from './texts/project-course.messages';

addMessages('project-course', course);
