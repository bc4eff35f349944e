//! Ids for what came without one: that of a stored one that is the same, else a new one.

use slate_domain::avail::Avail;
use slate_domain::id::{MaterialId, PersonId};
use slate_domain::material::Material;
use slate_domain::person::Person;
use slate_domain::title::Title;

use super::{materials, row_to_company};
use crate::server::ids::Ids;

/// Gives ids to materials; they and avails get those of stored ones that are the same.
pub(super) fn fill_title(title: &mut Title, stored: Option<&Title>, ids: &mut Ids) {
    if let Some(stored) = stored {
        let material = Kept {
            none: materials::NO_ID,
            id: |one: &Material| one.id,
            set: |one: &mut Material, id| one.id = id,
            alike: |one: &Material, other: &Material| {
                one.kind == other.kind && one.source == other.source
            },
        };
        material.fill(&mut title.materials, &stored.materials);
        let avail = Kept {
            none: None,
            id: |one: &Avail| one.id,
            set: |one: &mut Avail, id| one.id = id,
            alike: |one: &Avail, other: &Avail| {
                one.rights == other.rights
                    && one.territories == other.territories
                    && one.window == other.window
            },
        };
        avail.fill(&mut title.avails, &stored.avails);
    }
    for material in &mut title.materials {
        if material.id == materials::NO_ID {
            let (time, random) = ids.parts();
            material.id = MaterialId::from_parts(time, random);
        }
    }
}

/// The same for the people of a company.
pub(super) fn fill_people(people: &mut [Person], stored: &[Person], ids: &mut Ids) {
    let person = Kept {
        none: row_to_company::NO_ID,
        id: |one: &Person| one.id,
        set: |one: &mut Person, id| one.id = id,
        alike: |one: &Person, other: &Person| one.name == other.name,
    };
    person.fill(people, stored);
    for person in people {
        if person.id == row_to_company::NO_ID {
            let (time, random) = ids.parts();
            person.id = PersonId::from_parts(time, random);
        }
    }
}

/// How ids of a kind are read and given, and what is taken for the same where it is not equal.
struct Kept<T, I> {
    none: I,
    id: fn(&T) -> I,
    set: fn(&mut T, I),
    alike: fn(&T, &T) -> bool,
}

impl<T: Clone + PartialEq, I: Copy + PartialEq> Kept<T, I> {
    /// Hands each stored id out at most once, first to what is equal and then to what is alike.
    fn fill(&self, new: &mut [T], stored: &[T]) {
        let (id, set) = (self.id, self.set);
        let given: Vec<I> = new.iter().map(id).collect();
        let free = |one: &&T| id(one) != self.none && !given.contains(&id(one));
        let mut known: Vec<&T> = stored.iter().filter(free).collect();
        let equal = |one: &T, known: &T| {
            let mut one = one.clone();
            set(&mut one, id(known));
            one == *known
        };
        for equal_ones in [true, false] {
            for one in new.iter_mut().filter(|one| id(one) == self.none) {
                let same = |known: &&T| {
                    if equal_ones {
                        equal(one, known)
                    } else {
                        (self.alike)(one, known)
                    }
                };
                if let Some(at) = known.iter().position(same) {
                    set(one, id(known.remove(at)));
                }
            }
        }
    }
}
