(() => {
  const root = document.documentElement;
  const search = document.getElementById('search');
  const chips = [...document.querySelectorAll('button[data-filter]')];
  const items = [...document.querySelectorAll('[data-item]')];
  const nothing = document.getElementById('nothing');
  const help = document.getElementById('help');
  let here = -1;

  const text = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const chosen = () => chips.filter((chip) => chip.getAttribute('aria-pressed') === 'true').map((chip) => chip.dataset.filter);
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const classes = chosen();
    for (const item of items) {
      const fits = classes.length === 0 || item.dataset.class.split(' ').some((one) => classes.includes(one));
      item.hidden = !(fits && words.every((word) => text.get(item).includes(word)));
    }
    nothing.hidden = items.some((item) => !item.hidden);
  };
  const toggle = (button) => button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
  const act = {
    beside: () => {
      toggle(document.getElementById('beside'));
      root.classList.toggle('beside');
    },
    fold: () => {
      const all = [...document.querySelectorAll('details')];
      const open = all.some((one) => !one.open);
      for (const one of all) one.open = open;
    },
    theme: () => {
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
    },
    help: () => (help.open ? help.close() : help.showModal()),
    search: () => search.focus(),
    clear: () => {
      search.value = '';
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
      show();
    },
  };
  const move = (step) => {
    const seen = items.filter((item) => !item.hidden);
    if (seen.length === 0) return;
    const from = seen.indexOf(items[here]);
    const next = seen[Math.min(seen.length - 1, Math.max(0, from + step))];
    for (const item of items) item.classList.remove('here');
    here = items.indexOf(next);
    next.classList.add('here');
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };
  const open = () => {
    const item = items[here];
    if (item instanceof HTMLDetailsElement) item.open = !item.open;
  };
  const KEYS = { j: () => move(1), k: () => move(-1), o: open, s: act.beside, f: act.fold, t: act.theme, '/': act.search, '?': act.help };

  for (const chip of chips)
    chip.addEventListener('click', () => {
      toggle(chip);
      show();
    });
  for (const button of document.querySelectorAll('button[data-act]')) button.addEventListener('click', act[button.dataset.act]);
  search.addEventListener('input', show);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !help.open) {
      search.blur();
      act.clear();
      return;
    }
    if (event.target === search || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
})();
