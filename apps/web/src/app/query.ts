import { QueryClient } from '@tanstack/vue-query';
import { toProblem } from '@/api/problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && toProblem(error).passing,
    },
  },
});
