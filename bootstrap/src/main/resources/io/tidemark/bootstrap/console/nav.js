'use strict';

// Where there is no room for all pages their names scroll: the one that is looked at is to be seen.
const pages = document.querySelector('.pages');
const here = pages?.querySelector('[aria-current]');
if (here) pages.scrollLeft = here.offsetLeft - pages.offsetLeft - (pages.clientWidth - here.offsetWidth) / 2;
