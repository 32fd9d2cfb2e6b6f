import { tenants } from '#shared/tenancy/cities.ts';
import { type DemoPerson, demoPeople } from '#shared/tenancy/demo-people.ts';
import { findOrganisation } from '#shared/tenancy/organisations.ts';
import { labelOfRole } from '#shared/tenancy/roles.ts';
import { escapeHtml, makePage } from './send-page.ts';

interface Entry {
  person: DemoPerson;
  duty: string;
  organisation: string;
  /** What the filter looks through, lower case. */
  words: string;
}

const groups: readonly { name: string; entries: readonly Entry[] }[] = tenants.map((tenant) => ({
  name: tenant.name,
  entries: demoPeople
    .filter((person) => person.tenant === tenant.id)
    .map((person) => {
      const duty = person.roles.map(labelOfRole).join('、');
      const organisation = findOrganisation(person.organisation)?.name ?? person.organisation;
      const words = [tenant.name, person.name, person.user, duty, organisation].join(' ').toLowerCase();
      return { person, duty, organisation, words };
    }),
}));

function listEntry({ person, duty, organisation, words }: Entry, asked: string): string {
  return `<li data-words="${escapeHtml(words)}"${words.includes(asked) ? '' : ' hidden'}>
<button name="user" value="${escapeHtml(person.user)}"><strong>${escapeHtml(person.name)}</strong>
<span>${escapeHtml(duty)}</span><small>${escapeHtml(organisation)} · ${escapeHtml(person.user)}</small></button></li>`;
}

function listGroup(name: string, entries: readonly Entry[], asked: string): string {
  const shown = entries.some(({ words }) => words.includes(asked));
  return `<details${asked === '' ? '' : ' open'}${shown ? '' : ' hidden'}>
<summary>${escapeHtml(name)} <small>${entries.length} 人</small></summary>
<ul>${entries.map((entry) => listEntry(entry, asked)).join('')}</ul></details>`;
}

/** Filters while typing; without scripts the same is done by the form's submission. */
const filterScript = `
  const box = document.querySelector('#q');
  const none = document.querySelector('#none');
  const filter = () => {
    const asked = box.value.trim().toLowerCase();
    let found = 0;
    for (const group of document.querySelectorAll('details')) {
      let shown = 0;
      for (const entry of group.querySelectorAll('li')) {
        entry.hidden = !entry.dataset.words.includes(asked);
        if (!entry.hidden) shown += 1;
      }
      group.hidden = shown === 0;
      group.open = asked !== '' && shown > 0;
      found += shown;
    }
    none.hidden = found > 0;
  };
  box.addEventListener('input', filter);
`;

/** The sign-in page of the embedded provider: pick a demo person, no password. `filter` is what was asked for. */
export function makeSignInPage(filter: string) {
  const asked = filter.trim().toLowerCase();
  const found = groups.some(({ entries }) => entries.some(({ words }) => words.includes(asked)));
  const content = `
<p class="note"><strong>演示身份</strong>：仅限本机内置运行环境。选择一个人即登录，不需要密码；请勿录入真实数据。</p>
<form class="search" method="get" role="search"><input id="q" name="q" type="search" value="${escapeHtml(filter)}"
 aria-label="筛选演示身份" placeholder="按地区、姓名、单位或岗位筛选" autocomplete="off"><button>筛选</button></form>
<p id="none"${found ? ' hidden' : ''}>没有符合的演示身份，请换一个词或清空后重试。</p>
<form method="post">${groups.map(({ name, entries }) => listGroup(name, entries, asked)).join('')}</form>`;
  return makePage('登录', content, filterScript);
}
