import { useQuery } from '@tanstack/vue-query';
import { api } from '@/api/client';
import type { Schema } from '@/api/types';

export type ConsentDocument = Schema<'ConsentDocumentView'>;

/** The documents in force that a person may be asked to agree to. */
export function useConsentDocuments() {
  return useQuery({
    queryKey: ['consent-documents'],
    queryFn: ({ signal }) => api.get('/consents/documents', { signal }),
    select: (answer) => answer.items,
    staleTime: 300_000,
  });
}
