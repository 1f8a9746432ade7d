import type { LocalText } from '@haishi/contracts';
import { useQuery } from '@tanstack/vue-query';
import { api } from '@/api/client';

export interface ConsentDocument {
  purpose: string;
  version: string;
  title: LocalText;
  /** Paragraphs, each on a line. */
  text: LocalText;
}

/** The documents in force that a person may be asked to agree to. */
export function useConsentDocuments() {
  return useQuery({
    queryKey: ['consent-documents'],
    queryFn: ({ signal }) => api.get<{ items: ConsentDocument[] }>('/consents/documents', { signal }),
    select: (answer) => answer.items,
    staleTime: 300_000,
  });
}
