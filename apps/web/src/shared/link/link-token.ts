/**
 * The token of a link, from the fragment of the address. It is taken out of the address at once and kept for this tab,
 * so that it survives a sign-in or a reload and never reaches a server but by POST.
 */
export function takeLinkToken(kind: string): { token: string; forget: () => void } {
  const name = `haishi.link.${kind}`;
  const fragment = location.hash.slice(1);
  if (fragment !== '') {
    sessionStorage.setItem(name, fragment);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return { token: sessionStorage.getItem(name) ?? '', forget: () => sessionStorage.removeItem(name) };
}
