import { startSearch } from './search';
import { startTheme } from './theme';

// What every page of a review does. It works on what is there: without it, all is shown.

startTheme();
const filter = document.getElementById('filter');
if (filter instanceof HTMLFormElement) startSearch(filter);
