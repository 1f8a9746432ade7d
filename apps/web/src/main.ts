import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import { whenSessionEnds, whenWritten } from './api/client';
import AppRoot from './app/AppRoot.vue';
import { i18n } from './app/i18n';
import { queryClient } from './app/query';
import { router } from './app/router';
import { useSession } from './app/session';
import { renewSocket } from './shared/live/socket';
import './shared/style/tokens.css';
import './shared/style/base.css';
import './shared/style/controls.css';

const app = createApp(AppRoot);
app.use(createPinia());
app.use(i18n);
app.use(VueQueryPlugin, { queryClient });
app.use(router);

const session = useSession();

whenSessionEnds(() => {
  if (!session.person) return;
  void session.load(true).then(() => {
    queryClient.clear();
    const at = router.currentRoute.value;
    if (!at.meta.public)
      void router.push({
        path: '/sign-in',
        query: { next: router.resolve({ path: at.path, query: at.query }).fullPath, ended: '1' },
      });
  });
});

watch(
  () => session.person?.id,
  () => void renewSocket(),
);

// A write may change what any other page holds: none of it is shown again without asking.
whenWritten(() => void queryClient.invalidateQueries({ refetchType: 'none' }));

// Until the first page is there, the one that came with the document stays.
void router
  .isReady()
  .catch(() => undefined)
  .then(() => app.mount('#app'));
