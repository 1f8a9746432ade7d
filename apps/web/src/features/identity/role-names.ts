import { type Role, ROLES } from '@haishi/contracts';
import { useI18n } from 'vue-i18n';
import { useLocale } from '@/app/i18n';

/** What roles are called: those that are granted, and `entrant` and `graduate` of the demonstration. */
export function useRoleNames(): { roleName: (role: string) => string } {
  const { pick } = useLocale();
  const { t } = useI18n();
  return { roleName: (role) => (role in ROLES ? pick(ROLES[role as Role]) : t(`signIn.demo.roles.${role}`)) };
}
