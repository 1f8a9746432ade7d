import { type DeskDelta, type DeskSnapshot, ROADSHOW_DESK } from '@haishi/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, shallowRef, watch } from 'vue';
import { api } from '@/api/client';
import { applyDesk } from '@/features/roadshow/roadshow-state';
import { useChannel } from '@/shared/live/use-channel';
import { entriesToKey, partOf, seatAfter, takesKeying, waitsForReader, withReceipt } from './keyed';
import type { KeyedOverview, KeyingReceipt } from './keyed-api';
import { keyingPrefix, sheetName, useKeyingQueue } from './keying-queue';

/** The paper sheets of a session as the server and this device have them, and which of them somebody is at. */
export function useKeyedSheets(id: string, personId: string) {
  const prefix = keyingPrefix(personId, id);
  /** The entry and the seat that were chosen; otherwise the first that wants keying. */
  const chosenEntry = ref<string | null>(null);
  const chosenSeat = ref<number | null>(null);
  /** The keying that was handed in last. */
  const last = shallowRef<{ entryId: string; seatNo: number; receipt?: KeyingReceipt } | null>(null);

  const live = useChannel<DeskSnapshot, DeskDelta>(ROADSHOW_DESK, id, applyDesk);
  const state = live.state;
  const client = useQueryClient();
  const key = ['/sessions', id, 'keyed'];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<KeyedOverview>('/sessions/{id}/keyed', { path: { id }, signal }),
  });
  const overview = computed(() => query.data.value);
  watch(
    () => [
      state.value?.header.state,
      state.value?.current?.entry.id,
      state.value?.current?.phase,
      // Each is another object once anything in it changed.
      state.value?.entries,
      state.value?.progress,
      state.value?.keyings,
    ],
    () => void query.refetch(),
  );

  const queue = useKeyingQueue(personId, id, { taken, refused: () => void query.refetch() });
  const onDevice = (entryId: string, seatNo: number) => {
    const name = sheetName(entryId, seatNo);
    return queue.waiting.has(name) ? 'waits' : queue.problems.has(name) ? 'refused' : null;
  };

  const wanted = computed(() => entriesToKey(overview.value?.entries ?? [], state.value?.current?.entry.id ?? null));
  const entry = computed(() => wanted.value.find((one) => one.id === chosenEntry.value) ?? wanted.value[0] ?? null);
  const keys = computed(() => overview.value?.may.key === true && entry.value?.closed === null);
  const seat = computed(() => {
    if (!keys.value) return null;
    const seats = entry.value!.seats;
    return (
      seats.find(({ seatNo }) => seatNo === chosenSeat.value) ??
      seats.find((one) => waitsForReader(partOf(one))) ??
      seats.find((one) => takesKeying(partOf(one))) ??
      null
    );
  });
  const place = computed(() => (entry.value && seat.value ? sheetName(entry.value.id, seat.value.seatNo) : ''));
  /** Another sheet, or the same once what was keyed of it counts no longer. */
  const formKey = computed(() => {
    const { revision, own } = seat.value!;
    return `${place.value} ${revision} ${own?.state === 'voided' ? own.keyId : ''}`;
  });
  const isOnDevice = (seatNo: number) => onDevice(entry.value!.id, seatNo) !== null;
  const counts = computed(() => {
    const seats = entry.value?.seats ?? [];
    return {
      own: seats.filter(
        (one) => waitsForReader(partOf(one)) && !queue.waiting.has(sheetName(entry.value!.id, one.seatNo)),
      ).length,
      stored: seats.filter(({ state: at }) => at === 'stored').length,
      all: seats.filter(({ state: at }) => at !== 'recused' && at !== 'struck').length,
    };
  });
  /** The seat whose sheet waits next. */
  const following = computed(() => seat.value && seatAfter(entry.value!.seats, seat.value.seatNo, isOnDevice));
  // What is looked at stays, whatever comes up beside it meanwhile.
  watch(
    () => entry.value?.id ?? null,
    (now) => {
      chosenEntry.value = now;
      chosenSeat.value = null;
    },
    { immediate: true },
  );
  watch(place, () => (chosenSeat.value ??= seat.value?.seatNo ?? null), { immediate: true });
  // What was typed of a sheet that wants no keying would be found in it once it is reopened.
  watch(overview, (now) => {
    for (const { id: entryId, seats } of now?.entries ?? [])
      for (const { seatNo, state: at } of seats)
        if (at === 'stored' || at === 'struck' || at === 'recused')
          localStorage.removeItem(prefix + sheetName(entryId, seatNo));
  });
  function taken(receipt: KeyingReceipt): void {
    client.setQueryData<KeyedOverview>(key, (data) => data && withReceipt(data, receipt));
    if (receipt.entryId === last.value?.entryId && receipt.seatNo === last.value.seatNo)
      last.value = { ...last.value, receipt };
    void query.refetch();
  }

  return {
    live,
    state,
    query,
    overview,
    queue,
    onDevice,
    wanted,
    chosenEntry,
    chosenSeat,
    last,
    entry,
    keys,
    seat,
    place,
    formKey,
    isOnDevice,
    counts,
    following,
  };
}
